import type { MailPhrases } from "../en/phrases.ts";

/** Japanese phrases of mails, calendar entries and chat messages, and of the form that answers come back in. Part of ja.ts. */
export const MAIL_PHRASES: MailPhrases = {
  "mail.subject.decide": "{{title}}：{{#if by}}{{by}}までに{{/if}}ご回答のお願い",
  "mail.subject.discuss": "{{title}}：{{#if by}}{{by}}までに{{/if}}ご意見のお願い",
  "mail.subject.inform": "{{title}}：ご参考",
  "mail.minutes": "読むのにかかる時間は約{{minutes}}{{plural minutes other='分'}}です。",
  "mail.wanted.approver":
    "{{#if by}}{{by}}までに{{/if}}ご判断をお知らせください（承認、否決、または条件付き承認）。",
  "mail.wanted.decide":
    "{{#if by}}{{by}}までに{{/if}}賛成、反対、または条件付き賛成のいずれかと、気がかりな点をお知らせください。",
  "mail.wanted.discuss":
    "{{#if by}}{{by}}までに{{/if}}気がかりな点と、お考えが変わる条件をお知らせください。",
  "mail.wanted.inform": "ご回答は不要です。ご質問はお寄せください。",
  "mail.why": "提案の理由：{{why}}",
  "mail.meeting": "会議：{{meeting}}",
  "mail.changed": "{{before}}版からの変更点：{{note}}",
  "mail.attached": "添付：{{list files}}",
  "mail.answer": "このメールに返信し、各質問の下にご記入ください。",
  "mail.answer.link": "メールで回答する",
  "mail.list": "「{{title}}」{{version}}版のメール",
  "mail.list.attach": "リンクから開くメールには添付がありません。{{list files}}を手動で添付してください。",
  "form.subject": "回答：{{title}}",
  "form.decision": "1. 賛成、反対、または条件付き賛成のいずれですか？",
  "form.holds": "2. 気がかりな点は何ですか？",
  "form.change": "3. 何があればお考えが変わりますか？",
  "form.keep": "次の行は消さないでください：",
  "form.yes":
    "はい, 賛成, 賛成です, 賛成します, 承認, 承認します, 可決, 異議なし, 異議ありません, 同意, 同意します",
  "form.no": "いいえ, 反対, 反対です, 反対します, 否決, 否決します, 却下, 不承認, 不可",
  "form.if": "ただし, 条件, 条件付き, 条件付, もし",
  "calendar.by": "意思決定の期限：{{title}}",
  "calendar.by.discuss": "ご意見の期限：{{title}}",
};
