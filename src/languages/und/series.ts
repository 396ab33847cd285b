/**
 * What a number names a member or version of, in lower case: RTX 4090, USB 3.2, S&P 500, Ubuntu 24.04. The digits are part
 * of the name, whatever they could count. Words of several parts are written as they stand, without spaces.
 */
export const series: ReadonlySet<string> = new Set(
  `rtx gtx rx geforce radeon ryzen epyc xeon snapdragon exynos dimensity kirin tegra gen core cortex
  pcie usb hdmi displayport bluetooth wi-fi wifi thunderbolt tls ssl http ssh ftp smtp oauth ipv nvme sata ddr html css utf sha aes
  iso iso/iec iec ieee rfc ansi din astm nist gdpr
  macos ipados watchos tvos visionos ubuntu debian fedora rhel centos
  python java javascript typescript php ruby rust kotlin swift scala node.js deno next.js angular django rails c++ c# .net
  postgresql mysql tensorflow pytorch cuda rocm
  claude opus sonnet haiku gemini gemma llama grok qwen mistral gpt phi imagen veo sora whisper
  s&p nasdaq kospi kosdaq ftse cac dax nikkei stoxx topix
  route highway interstate autobahn
  ioniq porsche fold flip ipad iphone ipod kindle quest surface`.split(/\s+/),
);

/** Acronyms that stand before a value of their own: EPS 2.31, BMI 25, GDP 2.1. */
export const metrics: ReadonlySet<string> = new Set(
  `EPS GPA IQ ERA BMI CPI PPI PCE PMI GDP GNP ROE ROI ROA PER PBR PE CAGR NPV IRR AUC BLEU FID MMLU PSNR SSIM RMSE MAE MSE OPS WAR
  WHIP VAT GST TAX AQI UV PSI SPF APR APY LTV DSR`.split(/\s+/),
);

/** Acronyms after which a number counts what follows: the US 12, EU 27. */
export const places: ReadonlySet<string> = new Set(
  'US UK EU UN USA UAE UAW NATO AM PM AD BC OK TV ID CEO CFO CTO AI IT'.split(' '),
);
