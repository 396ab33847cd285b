/** Currency signs by themselves, with the currency that they mean where nothing else is said (CLDR `currencies`, narrow symbols). */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['＄', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['￡', 'GBP'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['₩', 'KRW'],
  ['￦', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₿', 'XBT'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['¢', 'cent'],
  ['₡', 'CRC'],
  ['₦', 'NGN'],
  ['₸', 'KZT'],
  ['₮', 'MNT'],
  ['₲', 'PYG'],
  ['₵', 'GHS'],
  ['₭', 'LAK'],
]);

/** Letters that stand before a sign and change the currency: `US$`, `A$`, `HK$`, `C$`. */
export const signPrefixes: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['U.S.', 'USD'],
  ['USD', 'USD'],
  ['A', 'AUD'],
  ['AU', 'AUD'],
  ['AUD', 'AUD'],
  ['C', 'CAD'],
  ['CA', 'CAD'],
  ['CAD', 'CAD'],
  ['NZ', 'NZD'],
  ['HK', 'HKD'],
  ['NT', 'TWD'],
  ['S', 'SGD'],
  ['SG', 'SGD'],
  ['R', 'BRL'],
  ['MX', 'MXN'],
  ['MEX', 'MXN'],
  ['Mex', 'MXN'],
  ['CN', 'CNY'],
  ['RMB', 'CNY'],
  ['JP', 'JPY'],
]);

/** ISO 4217 codes that texts write out, before or after the amount. */
export const currencyCodes: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY KRW CNY HKD TWD SGD AUD CAD NZD CHF INR RUB BRL MXN TRY SEK NOK DKK PLN CZK HUF THB IDR VND PHP MYR SAR AED ILS ZAR EGP NGN KES UAH KZT ARS CLP COP KWD BHD OMR JOD QAR LBP IQD IRR BGN RON ISK MNT PKR BDT LKR NPR MMK KHR LAK PEN MAD TND DZD GHS ETB UGX TZS GEL AZN UZS RSD XBT BYN MDL MKD ZMW MWK RWF XOF XAF PYG UYU GTQ HNL NIO DOP JMD TTD BBD VES BND BWP BZD CDF FJD GMD GYD HRK KGS LSL LYD MGA MOP MRU MUR MVR MZN NAD PGK SLL SYP SZL TJS TMT VUV XCD XPF YER'.split(
    ' ',
  ),
);

/** Codes in daily use that are not ISO 4217's. */
export const currencyAliases: ReadonlyMap<string, string> = new Map([
  ['RMB', 'CNY'],
  ['BTC', 'XBT'],
]);

/**
 * Parts of a currency that a text says without saying whose they are (a cent is a hundredth of many dollars, of the euro and
 * the rand): what one is worth in the main unit, and which currencies it may be a part of.
 */
export const currencyParts: ReadonlyMap<string, { readonly worth: string; readonly of: ReadonlySet<string> }> = new Map(
  (
    [
      ['cent', '0.01', 'USD EUR AUD CAD NZD HKD SGD TWD ZAR'],
      ['penny', '0.01', 'GBP USD EUR'],
      ['sen', '0.01', 'MYR JPY IDR'],
      ['kopek', '0.01', 'RUB UAH BYN'],
      ['paisa', '0.01', 'INR PKR NPR'],
      ['satoshi', '0.00000001', 'XBT'],
    ] as const
  ).map(([name, worth, of]) => [name, { worth, of: new Set<string>(of.split(' ')) }]),
);
