/**
 * What tells a noun with a particle from a word that merely ends like one (먹는, 국가, 차이, 경로), without a dictionary:
 * Korean verb stems end in few syllables, and loan words in syllables that no native or Chinese word ends in.
 */

/** Syllables with a final consonant that end verb and adjective stems before 는, and hardly a noun. */
const stems = new Set(
  `먹 녹 죽 찍 묵 삭 썩 낚 닦 깎 꺾 섞 엮 묶 볶 겪 앉 얹 끊 많 않 잖 찮 받 얻 믿 묻 듣 걷 닫 돋 쏟 뜯 굳 곧 뻗 딛 싣 긷 컫
  읽 늙 긁 맑 밝 굵 낡 붉 갉 얽 옭 굶 닮 삶 옮 젊 곪 넓 밟 짧 얇 떫 엷 핥 훑 읊 잃 끓 뚫 옳 앓 꿇 닳 곯 싫
  남 넘 참 숨 듬 뿜 움 씹 뽑 꼽 굽 돕 눕 줍 뵙 없 웃 짓 낫 붓 잇 젓 씻 벗 솟 긋 뺏 앗 찾 맺 맞 늦 꽂 잡 잊 젖 짖 빚 갖 찢
  쫓 좇 맡 붙 뱉 같 흩 갚 짚 덮 엎 싶 깊 높 놓 넣 쌓 낳 닿 찧 땋 좋 는 은`.split(/\s+/),
);

/** Stems whose last syllable ends nouns too (기업, 모집, 지식, 목적): before 는 they are verbs as these words alone. */
const stemsLikeNouns =
  /^(?:(?:둘러|들쳐)?업|(?:꼬|뒤|비)?집|식|(?:받아|옮겨|내리)?적|속|(?:처|들이|틀어|못|내|들어)?박|접|(?:휘|눈|되)?감|(?:주워|쓸어)?담|(?:옮겨)?심|머금|삼|잠|(?:차려|갈아|덧|힘|껴)?입|(?:갈아)?신|(?:껴|끌어|떠|얼싸|부둥켜)?안|(?:가로|틀어)?막|익|빗|품|검)$/;

/** Whether 는 after a word with a final consonant is the ending of a verb. */
export function isVerbStem(word: string): boolean {
  const last = word.at(-1)!;
  // 있, 했, 겠: the past and the future.
  if ((last.charCodeAt(0) - 0xac00) % 28 === 20) return true;
  return stems.has(last) || stemsLikeNouns.test(word);
}

/** Words that end in 은 after a vowel by themselves: 더 나은, 지은, 뒤이은, 쏟아부은, 모은. */
const endIn은 = /^(?:(?:더|보다)?나|.*지|(?:뒤|연|줄|잇|맞)?이|(?:.*[퍼아어])?부|(?:휘|내리)?[그저]|모|조|유고|쏘|오)$/;
/** The same for 을: 마을, 가을, 노을, 지을. */
const endIn을 = /^(?:.*[마가노고지]|(?:더)?나|(?:뒤|연|줄|잇|맞)?이|(?:.*[퍼아어])?부|(?:휘|내리)?[그저]|모)$/;

const given = '[가고나다도미로리루보서세소수시아애예유주지채하해희]';
const family =
  '[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염]';
/** Given names that end in 은, with and without the family name: 김하은, 예은. */
const names = new RegExp(`^${family}?${given}$`);

/** Whether a word that ends in 은 or 을 after a vowel is whole as it stands. `word` is what precedes that syllable. */
export function isWhole(word: string, syllable: '은' | '을'): boolean {
  return syllable === '은' ? endIn은.test(word) || names.test(word) : endIn을.test(word);
}

/** Final syllables of loan words: neither a family (家), a price (價) nor a road (路) is named by them. */
const loans = '템램팅션튼글블플틀픈넷릭딩링싱밍닝징킹핑칭즘폼럼셋젝벨텔델셜웹앱칩팁맵립캠팸';

/**
 * Final syllables behind which a form makes no word of its own, so that the form is a particle in the wrong shape:
 * 시스템가, 데이터이, 네트워크과, 일반적로, while 전문가, 차이, 정보과, 경로 are words.
 */
const closing: Readonly<Record<string, ReadonlySet<string>>> = {
  가: new Set([...loans, ...'들것률율력량람됨림음듬황경령능항망년간편면란반격록목백익적책측법습님힘꿈팀임울월날말']),
  로: new Set([...loans, ...'것력됨림음황령능망년편안격록목익적측법습님힘팀임식점중인']),
  이: new Set([...'터스드트프크츠즈브료표화체부교규계회과의대해비도주소조기시리미서야여요우워유이재저지']),
  과: new Set([...'터스드트프크츠즈브저워유우요러레']),
};

/** Whether a form behind `word`, which ends in a sound that it does not fit, makes no other word with it. */
export function makesNoWord(word: string, form: string): boolean {
  return word.length > (form === '가' ? 0 : 1) && closing[form]?.has(word.at(-1)!) === true;
}
