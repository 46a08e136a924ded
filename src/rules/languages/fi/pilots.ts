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
  sameBefore:
    /(?:vertailu\p{L}*\s)?(?<!\p{L})samo(?:jen|ista|illa|issa|ilta|ja|t)\s(?:\p{L}+\s){0,3}?(?:edelli|viime|aiem|aikaisem|(?:vuotta|kuukautta|viikkoa) (?:aiemmin|aikaisemmin|ennen)|ennen)\p{L}*(?:\s\p{L}+)?/iu,
  sorted:
    /(?<!\p{L})(?:jotka|joissa|joiden \p{L}+) (?:itse )?(?:eivät halu|pyysi|halusi|hakeutui|suostui|tarjoutui|anoi)\p{L}*|(?<!\p{L})(?:joilla|joissa|joiden) (?:oli(?:vat)? )?(?:\p{L}+ )?(?:paras|parhaa|huonoi|korkei|matali|suuri[nm]|pieni[nm]|vahvi[nm]|heiko[im]|uusi[nm]|vanhi[nm]|eniten|vähiten)\p{L}*/iu,
  effect: /(?<!\p{L})(?:verrattuna|ero|erot|vaikutus|kuin)(?!\p{L})/iu,
  random: /(?<!\p{L})(?:satunnais|arvot|arvalla)/iu,
};
