import type { PilotWords } from "../reading/pilots.ts";

export const pilots: PilotWords = {
  pilot: /(?<!\p{L})(?:pilot|kokeilu|koejakso|kokeessa)/iu,
  control: /(?<!\p{L})(?:vertailu|verrokki|kontrolli|verrattuna|satunnais|muissa (?:\p{L}+))/iu,
  size: /(?<!\p{L})(?:\d[\d ]*|(?:kaksi|kahde|kolme|neljä|viisi|viide|kuusi|kuude|seitsemä|yhdeksä|kymmene)\p{L}*)\s\p{L}{3,}/iu,
  chosen: /(?<!\p{L})(?:vapaaehtoi|ilmoittautu|itse valit|halukka)/iu,
  uncontrolled:
    /(?:ei (?:ollut |ole )?(?:\p{L}+ )?|ilman |puuttui )(?:vertailu|verrokki|kontrolli)|(?:vertailu|verrokki|kontrolli)\p{L}* (?:ei (?:ollut|ole)|puuttui)|ei (?:ollut )?(?:mitään )?(?:mihin )?verrat/iu,
  chosenAfter:
    /(?:valittiin|valittu|muodostettiin|koottiin|poimittiin|jaettiin)[^.;,]{0,50}(?:jälkeen|jälkikäteen|myöhemmin|kun tulokset)|(?:jälkeen|jälkikäteen|kun tulokset)[^.;]{0,60}(?:valittiin|valittu|muodostettiin|koottiin|poimittiin|jaettiin)/iu,
  random: /(?<!\p{L})(?:satunnais|arvot|arvalla)/iu,
};
