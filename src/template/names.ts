import type { PageKind } from "../theme/contract.ts";

type NameKind = PageKind | "titleOnly" | "other";

/**
 * Names of layouts by what they are for, as PowerPoint gives them in its languages and as companies call them. Letters are
 * compared without case and accents; other characters count as they stand.
 */
const NAMES: Readonly<Record<NameKind, string>> = {
  cover:
    "title slide|cover|front page|opening|start slide|title page|titelfolie|titelbild|startfolie|deckblatt|" +
    "titelseite|diapositive de titre|page de titre|page de garde|couverture|titre principal|rubrikbild|" +
    "titelsida|startsida|framsida|omslag|otsikkodia|kansi|aloitusdia|diapositiva de titulo|portada|" +
    "slide de titulo|capa|diapositiva titolo|copertina|titeldia|voorblad|forside|tittellysbilde|titelslide|" +
    "lysbilde for tittel|slajd tytulowy|okladka|uvodni snimek|titulni|uvodna snimka|cimdia|diapozitiv titlu|" +
    "titul|титульный слайд|обложка|титульнии слаид|διαφανεια τιτλου|baslik slaydi|kapak|タイトル スライド|タイトルスライド|表紙|" +
    "标题幻灯片|封面|標題投影片|제목 슬라이드|표지",
  titleOnly:
    "title only|only title|nur titel|titre seul|titre uniquement|endast rubrik|bara rubrik|vain otsikko|" +
    "solo el titulo|solo titulo|somente titulo|apenas titulo|so titulo|solo titolo|alleen titel|kun tittel|" +
    "kun titel|bare tittel|tylko tytul|jenom nadpis|pouze nadpis|len nadpis|csak cim|doar titlu|" +
    "только заголовок|μονο τιτλος|yalnizca baslik|タイトルのみ|仅标题|只有標題|제목만",
  content:
    "title and content|titel und inhalt|titre et contenu|rubrik och innehall|otsikko ja sisalto|" +
    "titulo y objetos|titulo y contenido|titulo e conteudo|titulo e objeto|titolo e contenuto|titel en object|" +
    "titel en inhoud|tittel og innhold|titel og indhold|titel og indholdsobjekt|tytul i zawartosc|" +
    "nadpis a obsah|cim es tartalom|titlu si continut|заголовок и объект|τιτλος και περιεχομενο|" +
    "baslik ve icerik|タイトルとコンテンツ|标题和内容|標題及物件|제목 및 내용|content|inhalt|contenu|innehall|sisalto|contenido|" +
    "conteudo|contenuto|inhoud|innhold|indhold|standard|text|body|perusdia|コンテンツ|本文|汎用|内容|내용",
  divider:
    "section header|section title|section|divider|chapter|separator|transition|abschnitt|kapitel|" +
    "zwischentitel|zwischenfolie|trennfolie|trenner|titre de section|intercalaire|chapitre|avsnittsrubrik|" +
    "avsnitt|mellansida|avdelare|osan ylatunniste|osan otsikko|valiotsikko|valilehti|validia|" +
    "encabezado de seccion|separador|seccion|cabecalho da secao|secao|intestazione sezione|capitolo|sectiekop|" +
    "hoofdstuk|deloverskrift|afsnitsoverskrift|naglowek sekcji|zahlavi|szakaszfejlec|antet sectiune|" +
    "заголовок раздела|κεφαλιδα ενοτητας|bolum ustbilgisi|セクション見出し|セクション|中扉|扉|节标题|章節標題|구역 머리글",
  // Layouts that are for something else, whatever their placeholders.
  other:
    "thank|danke|merci|tack|kiitos|gracias|obrigad|grazie|closing|end slide|schlussfolie|contact|kontakt|" +
    "yhteystiedot|blank|leer|vide|tom|tyhja|en blanco|em branco|vuota|quote|zitat|citation|citat|lainaus|" +
    "picture|bild|image|kuva|agenda|目次|白紙|空白|table of contents|inhaltsverzeichnis|sisallys|sommaire|impressum|" +
    "disclaimer|vertical|senkrecht|vertikal|pystysuora",
};

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[-–—_/&\s]+/gu, " ")
    .trim();

const PLAIN = Object.fromEntries(
  Object.entries(NAMES).map(([kind, names]) => [kind, names.split("|").map(plain)]),
) as unknown as Record<NameKind, readonly string[]>;

/** True where a layout's name says that it is for that: it is such a name, or holds one as words. */
export function isCalled(name: string, kind: NameKind): boolean {
  const text = plain(name);
  return PLAIN[kind].some((known) => {
    if (!text.includes(known)) return false;
    // Words of the Latin, Greek and Cyrillic scripts begin where a letter does; others have no spaces between words.
    if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic} ]+$/u.test(known)) return true;
    return new RegExp(`(?:^|[^\\p{L}])${known}`, "u").test(text);
  });
}
