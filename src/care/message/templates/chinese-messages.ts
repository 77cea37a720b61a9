// Messages in Simplified Chinese for the seasons, life moments, calls, visits and service.
// Internal: not part of the surface.
import type { CareTemplate, TemplatePlaceholder } from "../care-template.js";

const date: TemplatePlaceholder = { type: "date" };
const event: TemplatePlaceholder = { type: "text" };
const name: TemplatePlaceholder = { type: "text", fallback: "客户" };
const place: TemplatePlaceholder = { type: "text" };
const product: TemplatePlaceholder = { type: "text", fallback: "您选购的产品" };
const reply: TemplatePlaceholder = { type: "date" };
const sender: TemplatePlaceholder = { type: "text" };

/** Messages in Simplified Chinese for the seasons, life moments, calls, visits and service. */
export const MESSAGES_ZH_CN: readonly CareTemplate[] = [
  {
    id: "zh-cn-cold-dew-messaging",
    occasions: ["cold-dew"],
    language: "zh-CN",
    channel: "messaging",
    body: "尊敬的{name}：今日寒露，早晚渐凉。请您适时添衣，喝杯热茶，保重身体。{sender} 敬上",
    placeholders: { name, sender },
  },
  {
    id: "zh-cn-frost-descent-messaging",
    occasions: ["frost-descent"],
    language: "zh-CN",
    channel: "messaging",
    body: "尊敬的{name}：今日霜降，秋意已深。愿您注意保暖，早睡安眠，也别错过这最后一树金黄。{sender} 敬上",
    placeholders: { name, sender },
  },
  {
    id: "zh-cn-weather-turn-sms",
    occasions: ["weather-turn"],
    language: "zh-CN",
    channel: "sms",
    body: "【{sender}】尊敬的{name}：您所在的地区近日将有天气变化，请您留意增减衣物，出行注意安全。如需帮助，回复即可。",
    placeholders: { sender, name },
  },
  {
    id: "zh-cn-weekend-push",
    occasions: ["weekend"],
    language: "zh-CN",
    channel: "push",
    subject: "祝您周末愉快",
    body: "忙碌了一周，愿您这两天睡个好觉，见见想见的人，做点喜欢的事。{sender} 敬上",
    placeholders: { sender },
    tone: "cheerful",
  },
  {
    id: "zh-cn-season-email",
    occasions: ["spring", "summer", "autumn", "winter"],
    language: "zh-CN",
    channel: "email",
    subject: "换季了，请您多保重",
    body: "<p>尊敬的{name}：</p><p>季节更替，早晚温差渐大，请您多保重身体。若家中有我们的产品需要换季保养，回复此邮件，我们乐意为您安排。</p><p>{sender} 敬上</p>",
    placeholders: { name, sender },
  },
  {
    id: "zh-cn-life-moment-post",
    occasions: ["life-moment"],
    language: "zh-CN",
    channel: "post",
    body: "尊敬的{name}：\n\n欣闻您的喜讯，我们由衷地为您高兴。谨致祝贺，愿新的开始一切顺利。\n\n{sender} 敬上",
    placeholders: { name, sender },
    tone: "cheerful",
  },
  {
    id: "zh-cn-wedding-post",
    occasions: ["wedding"],
    language: "zh-CN",
    channel: "post",
    body: "尊敬的{name}：\n\n欣闻您新婚之喜，谨致祝贺。愿二位相知相守，互敬互爱，岁岁年年，平安喜乐。\n\n{sender} 敬上",
    placeholders: { name, sender },
    tone: "cheerful",
  },
  {
    id: "zh-cn-event-invitation-email",
    occasions: ["event-invitation"],
    language: "zh-CN",
    channel: "email",
    subject: "诚邀您参加{event}",
    body: "<p>尊敬的{name}：</p><p>诚挚邀请您于{date}莅临{place}，参加{event}。您无需做任何准备，也欢迎与亲友同来。</p><p>如蒙光临，烦请于{reply}前回复一声，以便我们为您留座。</p><p>{sender} 敬上</p>",
    placeholders: { event, name, date, place, reply, sender },
    tone: "cheerful",
  },
  {
    id: "zh-cn-quarterly-call-sms",
    occasions: ["quarterly-call"],
    language: "zh-CN",
    channel: "sms",
    body: "【{sender}】尊敬的{name}：我们想在{date}给您打个电话，听听您近来的情况。若时间不便，请回复您方便的日子。",
    placeholders: { sender, name, date },
  },
  {
    id: "zh-cn-quarterly-visit-email",
    occasions: ["quarterly-visit"],
    language: "zh-CN",
    channel: "email",
    subject: "想在{date}登门拜访您",
    body: "<p>尊敬的{name}：</p><p>我想在{date}登门拜访，听听您的意见，也看看一切是否妥当，半小时左右即可。</p><p>若您另有安排，回复方便的日子就好。</p><p>{sender} 敬上</p>",
    placeholders: { date, name, sender },
  },
  {
    id: "zh-cn-after-purchase-email",
    occasions: ["after-purchase"],
    language: "zh-CN",
    channel: "email",
    subject: "{product}用得还好吗？",
    body: "<p>尊敬的{name}：</p><p>感谢您选择{product}。使用起来是否合您的心意？若有疑问，或有哪里不妥，请告诉我们，我们会尽力为您办妥。</p><p>{sender} 敬上</p>",
    placeholders: { product, name, sender },
  },
  {
    id: "zh-cn-after-service-sms",
    occasions: ["after-service"],
    language: "zh-CN",
    channel: "sms",
    body: "【{sender}】尊敬的{name}：感谢您把{product}交给我们维护。现在使用是否正常？若还有问题，请直接回复，我们会尽快联系您。",
    placeholders: { sender, name, product },
  },
  {
    id: "zh-cn-complaint-resolved-email",
    occasions: ["complaint-resolved"],
    language: "zh-CN",
    channel: "email",
    subject: "您反映的问题是否已妥善解决？",
    body: "<p>尊敬的{name}：</p><p>前些日子我们告知您，您反映的问题已处理完毕。在我们结案之前，想听您亲自确认：是否真的解决了？</p><p>若仍有未尽之处，我会亲自跟进。谢谢您愿意告诉我们。</p><p>{sender} 敬上</p>",
    placeholders: { name, sender },
  },
  {
    id: "zh-cn-warranty-end-email",
    occasions: ["warranty-end"],
    language: "zh-CN",
    channel: "email",
    subject: "{product}的保修期将于{date}结束",
    body: "<p>尊敬的{name}：</p><p>{product}的保修期将于{date}结束。若使用中有任何不妥，请在此之前告诉我们，我们会按保修条款为您处理。</p><p>{sender} 敬上</p>",
    placeholders: { product, date, name, sender },
  },
  {
    id: "zh-cn-inactivity-email",
    occasions: ["inactivity"],
    language: "zh-CN",
    channel: "email",
    subject: "许久未联系，您还好吗？",
    body: "<p>尊敬的{name}：</p><p>有一段时间没有您的消息了。若一切都好，我们便安心；若是我们哪里做得不够，恳请您告诉我们。</p><p>您无需做任何事，我们也不会常来打扰。</p><p>{sender} 敬上</p>",
    placeholders: { name, sender },
  },
];
