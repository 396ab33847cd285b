import type { EntryKind, Naming } from '../naming.js';
import { endingOf } from './endings.js';

/** Particles of any word, and endings of verbs that end a clause; a noun that ends so (창고, 경기도) is taken for none. */
const clauseEnd =
  /(?:에서|에게|으로|께서|까지|부터|보다|처럼|마다|조차|[에의께도만로]|하고|[가-힣][고며]|면서|지만|는데|으나|거나|어서|아서|해서|하여|였고|때문|위해|통해|대해|따라|함께|[가-힣](?:게|히)|인|한|된|할|될|던|있는|없는|하는|되는)$/;

/** 은 after a consonant, 는 after a vowel: they agree, so they are particles, not the end of a name (하이닉스, 나이키가). */
const agreeing: Readonly<Record<string, 'vowel' | 'consonant'>> = {
  은: 'consonant',
  이: 'consonant',
  을: 'consonant',
  과: 'consonant',
  는: 'vowel',
  가: 'vowel',
  를: 'vowel',
  와: 'vowel',
};

/** Names that end like a noun with a particle or a verb. */
const whole =
  /^(?:대만|오만|폴란드|제주도|경기도|강원도|충청도|전라도|경상도|인도|독도|울릉도|유럽연합|종로|을지로|세종로|충정로|포르투갈|주한|북한|남한|대한|신한|한|미|일|중|러|유한|무한|상한|하한|권한|기한|시한|제한|법인|개인|부인|상인|한국인|노인|성인|애플|재고|창고|광고|보고|사고|경고|신고|학교|원고|속도|제도|온도|정도|태도|농도|밀도|각도|강도|지도|난도|만족도|지지도|[가-힣]+[속온농밀강선인난]도|물가|원가|주가|단가|국가|전문가|평가|유가|휴가|투자가|증가|작가|음악가|정치가|가격|이이|나이|차이|길이|높이|넓이|깊이|어린이|회로|도로|경로|항로|수로|진로|통로|활로|기로|바로|결과|효과|성과|사과|학과|교과|통과|구매|은|금|동|마을|가을|노을|지은|고은|하은)$/;

/** Places that stand for themselves in a list: a noun like 협력사 may be what is counted (협력사 네 곳), 부산 is not. */
const places =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|수원|성남|용인|화성|평택|천안|아산|청주|충주|전주|군산|익산|목포|여수|순천|광양|포항|구미|경주|안동|창원|마산|진해|김해|진주|거제|통영|춘천|원주|강릉|속초|서귀포|파주|김포|고양|이천|한국|북한|미국|중국|일본|대만|홍콩|싱가포르|베트남|태국|인도|인도네시아|말레이시아|필리핀|호주|뉴질랜드|영국|독일|프랑스|이탈리아|스페인|네덜란드|벨기에|스위스|스웨덴|노르웨이|덴마크|핀란드|폴란드|체코|헝가리|오스트리아|우크라이나|러시아|튀르키예|이스라엘|이란|이라크|사우디아라비아|사우디|카타르|이집트|남아공|캐나다|멕시코|브라질|아르헨티나|칠레|뉴욕|워싱턴|런던|파리|베를린|도쿄|오사카|베이징|상하이|선전|하노이|방콕|자카르타|시드니|멜버른)$/;

/** A family name and two syllables that end no trade: 김철수, but not 조종사. */
const person = /^[김이박최정강조윤장임한오서신권황안송전홍유고문손배백허남심노][가-힣][가-힣]$/;
const trade = /[사관원자인장생진족수부단]$/;

/** 박 상무, 이 대표. */
const titled = /^[김이박최정강조윤장임한오서신권황안송전홍유고문손배백허남심노] [가-힣]{2,}$/;

const isPerson = (name: string): boolean => (person.test(name) && !trade.test(name)) || titled.test(name);

/** Whether it is somebody's or something's own name. */
const isProper = (name: string): boolean => /[A-Z]/.test(name) || places.test(name) || isPerson(name);

/** A count that says what it counts: 4개사, 네 도시. */
const spelled =
  /^(?:[\d]+\s?|[가-힣]+\s)(?:개국|개사|국|사|(?:개|대)\s[가-힣]{2,}|(?!개|곳|군데|명|사람|건|편|종|인|대|팀)[가-힣]{2,})/;
const ofPlaces =
  /^(?:[\d]+\s?|[가-힣]+\s)(?:개\s?)?(?:나라|국가|국(?!내)|도시|시도|지역|지방|지자체|광역시|자치단체|곳|군데)/;
const ofPeople = /^(?:[\d]+\s?|[가-힣]+\s)(?:명|사람|인(?![가-힣]))/;

const group =
  /\d|(?:^|\s)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러|수)\s|(?:지역|일대|지방|등지|권역|각지|곳곳|전역|계열사|자회사|회원사|회원국|임직원|직원들|들)$/;

const time =
  /^(?:올해|지난해|작년|내년|올|이날|전날|다음날|오늘|어제|내일|지난달|이달|다음\s?달|지난주|이번\s?주|다음\s?주|최근|현재|당시|이후|이전|그동안|앞서|오전|오후|상반기|하반기|봄|여름|가을|겨울|국내|국내외|해외|전국|수도권|각각|모두|서로|중|가운데|및|등|약|총|다음|아래|위|이것|그것|이들|이런|그런|어떤|모든|여러|같은|다른|새로운|새|같이|함께|서로|주요|전체|처음|마지막|나머지|경우|때|뒤|후|전|앞|끝|이상|이하)$/;

function entry(text: string): EntryKind {
  const bare = text
    .trim()
    .replace(/^(?:그리고|및|또는|이어)\s+/, '')
    .replace(/[‘’“”'"]/g, '');
  const words = bare.split(/\s+/);
  if (bare === '' || words.length > 3) return 'clause';
  if (titled.test(bare)) return 'name';
  if (group.test(bare)) return 'group';
  if (time.test(bare) || time.test(words.at(-1)!)) return 'clause';
  return words.some(isPartOfClause) || words.length > (/[A-Za-z]/.test(bare) ? 3 : 2)
    ? 'clause'
    : isProper(bare)
      ? 'name'
      : 'common';
}

/** A word with a particle, or one that ends or modifies like a verb. */
function isPartOfClause(word: string): boolean {
  if (whole.test(word)) return false;
  const last = word.at(-1)!;
  const needed = agreeing[last];
  if (needed !== undefined && word.length > 2) {
    const ending = endingOf(word.slice(0, -1));
    return ending === undefined || (ending === 'vowel') === (needed === 'vowel');
  }
  return (word.length > 2 && clauseEnd.test(word)) || /^[가-힣](?:고|며|에)$/.test(word);
}

/** Syllables without a final consonant: 다 by itself is "is" behind them alone (대구다). */
const vowels = Array.from({ length: 399 }, (_, index) => String.fromCharCode(0xac00 + 28 * index)).join('');

const copula = `(?:이었다|였다|이다|입니다|예요|이에요|(?<=[${vowels}])(?<![크싸하되르니리쁘])다)`;

/** Korean. */
export const naming: Naming = {
  joint:
    /(?:\s+등(?:의)?(?:\s+[가-힣A-Za-z]+){0,2})?(?:\s+(?:모두|총|전체|합쳐|합해서?|이렇게|이|이들|다해서))*[,]?\s+$/,
  examples: /(?:^|\s)등(?:의|이|\s|$)/,
  closed: /^/,
  openers:
    /^(?:그러나|하지만|또|또한|이어|이후|이에|반면|한편|특히|우선|다만|즉|결국|당초|당시|앞서|올해|지난해|작년|내년|이날|전날|오늘|어제|현재|최근|지난달|이달|지난주|이번\s?주|다음으로|먼저|실제로|따라서|그래서|그리고|아울러|게다가|물론|이밖에|이 밖에|이 가운데|이 중)$/,
  after: [
    {
      pattern: new RegExp(`^[가-힣A-Za-z\\s]{0,20}?[은는]\\s+([^:;.()?!]{3,160}?)(?:\\s+등)?${copula}[.]?\\s*$`),
      sure: true,
    },
    {
      pattern: new RegExp(
        `^[가-힣A-Za-z\\s]{0,20}?(?:으로|로)[,]?\\s+([^:;.()?!]{3,160}?)(?:\\s+등)?${copula}[.]?\\s*$`,
      ),
      sure: true,
    },
    { pattern: /^[가-힣A-Za-z\s]{0,20}?\s*[–—―-]\s*([^–—―:;.()?!-]{3,160}?)\s*(?:[–—―-]|[.]?\s*$)/, sure: true },
  ],
  // 대통령, 총리, 장관 네 명: four ministers; 미국과 일본 네 대학: four universities there; 서울, 부산 네 곳: too few.
  isOne(name, count) {
    if (places.test(name)) return ofPlaces.test(count);
    return spelled.test(count) || (isPerson(name) && ofPeople.test(count));
  },
  entry,
  paired: false,
};
