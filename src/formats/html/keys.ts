import { createHash } from "node:crypto";

/**
 * The one script of the page: keys lead from slide to slide. Without it everything is there; what it needs it finds in the
 * page, and nothing else may run, since the policy of the page names its digest.
 *
 * Arrows to the sides, Page Up and Page Down, Space and Shift+Space go one on or back, Home and End to the ends. A key that
 * belongs to what has the focus, or comes with Ctrl, Alt or Meta, stays what it is.
 */
export const KEYS = `addEventListener("keydown",(event)=>{
const own=event.target.closest&&event.target.closest("a,summary,input,textarea,select,button,.scroll");
if(event.ctrlKey||event.altKey||event.metaKey||event.defaultPrevented)return;
const space=event.key===" ";
if(own&&(space||own.className==="scroll"))return;
const slides=[...document.querySelectorAll("article")];
const middle=innerHeight/2;
let at=slides.findIndex((slide)=>slide.getBoundingClientRect().bottom>middle);
if(at<0)at=slides.length-1;
const top=slides[at]?slides[at].getBoundingClientRect().top:0;
const on=event.key==="ArrowRight"||event.key==="PageDown"||(space&&!event.shiftKey);
const back=event.key==="ArrowLeft"||event.key==="PageUp"||(space&&event.shiftKey);
if(!on&&!back&&event.key!=="Home"&&event.key!=="End")return;
const to=event.key==="Home"?0:event.key==="End"?slides.length-1:on?(top>middle?at:at+1):at-1;
const slide=slides[Math.max(0,Math.min(slides.length-1,to))];
if(!slide)return;
event.preventDefault();
slide.tabIndex=-1;
location.replace("#"+slide.id);
slide.focus({preventScroll:true});
slide.scrollIntoView();
});`;

/** The script as a source that a Content Security Policy allows (Content Security Policy Level 3, 2.3.1). */
export const KEYS_SOURCE = `'sha256-${createHash("sha256").update(KEYS).digest("base64")}'`;
