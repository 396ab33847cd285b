/** News, product and documentation prose with its translation, nearly all of it with figures, three pairs wrong. */
export const dense = [
  ['Revenue rose 12% to $45 billion in the third quarter of 2027.', '2027년 3분기 매출은 12% 늘어난 450억 달러였다.'],
  ['The chip draws 1,000 watts and is about 2.3 times faster.', '이 칩은 1,000와트를 쓰며 약 2.3배 빠르다.'],
  ['She was 35 when she moved to a city of three million people.', '그는 35세 때 인구 300만 명의 도시로 이사했다.'],
  ['Nothing in this sentence can be counted, so it is passed over.', '이 문장에는 셀 것이 없으므로 그냥 지나간다.'],
  [
    'Choose a folder that you own, and wait until the window closes.',
    '본인 소유의 폴더를 고르고 창이 닫힐 때까지 기다린다.',
  ],
  ['Between 5 and 10 percent upgrade within 12-18 months.', '5~10%가 12~18개월 안에 갈아탄다.'],
  [
    'Signed on April 1, 2026, it lasts ten years and costs 3 trillion won.',
    '2026년 4월 1일 맺은 이 계약은 10년간 3조 원짜리다.',
  ],
  ['He left at 9:30 a.m. and walked half a mile.', '그는 오전 9시 30분에 나서 반 마일을 걸었다.'],
  [
    'Two of the seven boats sank in the first storm of the 1990s.',
    '1990년대 첫 폭풍으로 배 일곱 척 중 두 척이 가라앉았다.',
  ],
  ['GPT-5.5 answers 40% of the questions for $0.25 each.', 'GPT-5.5는 질문의 40%에 개당 0.25달러로 답한다.'],
  ['At least 30 people were hurt when the 120-seat ferry ran aground.', '120석 여객선이 좌초해 30명 이상이 다쳤다.'],
  [
    'The fund holds $2.5 billion, up from $1.8 billion a year ago.',
    '이 펀드의 규모는 1년 전 18억 달러에서 250억 달러로 늘었다.',
  ],
  ['The second layer keeps three copies of the table.', '세 번째 층이 표의 사본 세 개를 갖고 있다.'],
  ['Unemployment fell 0.4 percentage points to 3.1%.', '실업률은 0.4%포인트 오른 3.1%였다.'],
];

/** Prose as it mostly is: longer sentences, four of ten with a figure, all translated right. */
export const prose = [
  [
    'The council approved the plan on Tuesday after a debate that went on late into the evening, though several members said they had not been given enough time to study it.',
    '시의회는 저녁 늦게까지 이어진 토론 끝에 화요일 이 계획을 승인했지만, 여러 의원은 검토할 시간이 충분하지 않았다고 말했다.',
  ],
  [
    'Farmers in the valley say that the river has not run so low since 1976, and that the wells which fed their fields are drying up one after another.',
    '계곡의 농민들은 강물이 1976년 이후 이렇게 줄어든 적이 없으며 밭에 물을 대던 우물이 하나둘 마르고 있다고 말한다.',
  ],
  [
    'To change the name of the cluster, open the settings page, choose the general tab, and enter the new name in the field at the top before you save.',
    '클러스터 이름을 바꾸려면 설정 페이지를 열고 일반 탭을 선택한 다음, 저장하기 전에 맨 위 입력란에 새 이름을 적는다.',
  ],
  [
    'The company said revenue in the quarter rose 8% to $3.4 billion, helped by strong demand for its cloud services in Asia and by a weaker yen.',
    '회사는 아시아에서 클라우드 서비스 수요가 강했던 데다 엔화 약세에 힘입어 분기 매출이 8% 늘어난 34억 달러를 기록했다고 밝혔다.',
  ],
  [
    'Her novel, which was turned down by every publisher in the city before a small press in the north took it, has since been translated into many languages.',
    '북부의 작은 출판사가 받아들이기 전까지 도시의 모든 출판사에서 거절당했던 그의 소설은 이후 여러 언어로 번역됐다.',
  ],
  [
    'Police said that the driver, a 34-year-old man from Daegu, was taken to hospital with injuries that were not thought to be serious.',
    '경찰은 대구에 사는 34세 남성 운전자가 심각하지 않은 부상을 입고 병원으로 옮겨졌다고 밝혔다.',
  ],
  [
    'When the request fails, the client waits for a moment and tries again; if the server still does not answer, the error is written to the log and the job is put back.',
    '요청이 실패하면 클라이언트는 잠시 기다렸다가 다시 시도하고, 서버가 여전히 응답하지 않으면 오류를 로그에 남기고 작업을 되돌려 놓는다.',
  ],
  [
    'The museum, closed for repairs since the spring, will open its doors again next month with an exhibition of maps and letters that were long believed to be lost.',
    '봄부터 보수 공사로 문을 닫았던 박물관은 오랫동안 사라진 것으로 여겨졌던 지도와 편지를 모은 전시회로 다음 달 다시 문을 연다.',
  ],
  [
    'About 12,000 people live on the island, most of whom work in fishing or in the small hotels along the western shore that fill up in summer.',
    '이 섬에는 약 1만 2,000명이 살며, 대부분은 어업에 종사하거나 여름이면 손님으로 가득 차는 서쪽 해안의 작은 호텔에서 일한다.',
  ],
  [
    'The minister denied that the government was planning to raise taxes, and said that the figures in the newspaper had been taken from an old draft.',
    '장관은 정부가 세금을 올릴 계획이라는 것을 부인하고 신문에 실린 수치는 오래된 초안에서 나온 것이라고 말했다.',
  ],
  [
    'A pod that cannot be placed on any node stays pending until the scheduler finds room for it, or until whoever asked for it takes the request back.',
    '어느 노드에도 배치할 수 없는 파드는 스케줄러가 자리를 찾거나 요청한 사람이 요청을 거둘 때까지 대기 상태로 남는다.',
  ],
  [
    'The final, which was played in heavy rain in front of 41,000 spectators, was decided by a goal in the last minute after both sides had missed a penalty.',
    '폭우 속에 관중 4만 1,000명 앞에서 치러진 결승전은 양 팀이 모두 페널티킥을 놓친 뒤 마지막 순간에 나온 골로 승부가 갈렸다.',
  ],
  [
    'Scientists hope that the samples, once they have been cooled and cut into thin slices, will show how the rock was formed and what lay beneath it.',
    '과학자들은 시료를 식혀 얇게 자르고 나면 암석이 어떻게 만들어졌고 그 아래에 무엇이 있었는지 드러나기를 바란다.',
  ],
  [
    'The agreement between the two countries, signed in Geneva on June 3, 2025, lets ships of either side call at the ports of the other without a fee.',
    '2025년 6월 3일 제네바에서 서명된 두 나라의 협정에 따라 양측 선박은 상대국 항구에 요금 없이 들어갈 수 있다.',
  ],
];
