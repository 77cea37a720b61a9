// Messages in English for the seasons, life moments, calls, visits and service.
// Internal: not part of the surface.
import type { CareTemplate, TemplatePlaceholder } from "../care-template.js";

const date: TemplatePlaceholder = { type: "date" };
const event: TemplatePlaceholder = { type: "text" };
const name: TemplatePlaceholder = { type: "text", fallback: "customer" };
const place: TemplatePlaceholder = { type: "text" };
const product: TemplatePlaceholder = { type: "text", fallback: "your purchase" };
const reply: TemplatePlaceholder = { type: "date" };
const sender: TemplatePlaceholder = { type: "text" };

/** Messages in English for the seasons, life moments, calls, visits and service. */
export const MESSAGES_EN: readonly CareTemplate[] = [
  {
    id: "en-cold-dew-messaging",
    occasions: ["cold-dew"],
    language: "en",
    channel: "messaging",
    body: "Dear {name}, today is Cold Dew: the mornings turn chilly from here. A warm drink, a light scarf, and all is well. Take good care of yourself. {sender}",
    placeholders: { name, sender },
  },
  {
    id: "en-frost-descent-messaging",
    occasions: ["frost-descent"],
    language: "en",
    channel: "messaging",
    body: "Dear {name}, with Frost's Descent autumn draws to its close. Please keep warm, sleep well, and enjoy the last golden leaves. {sender}",
    placeholders: { name, sender },
  },
  {
    id: "en-weather-turn-sms",
    occasions: ["weather-turn"],
    language: "en",
    channel: "sms",
    body: "Dear {name}, a change of weather is on its way to you. Please dress warmly and take care on the road. If we can help with anything, just reply. {sender}",
    placeholders: { name, sender },
  },
  {
    id: "en-weekend-push",
    occasions: ["weekend"],
    language: "en",
    channel: "push",
    subject: "A good weekend to you",
    body: "The week is done. We wish you two easy days with time for what you like best. {sender}",
    placeholders: { sender },
    tone: "cheerful",
  },
  {
    id: "en-season-email",
    occasions: ["spring", "summer", "autumn", "winter"],
    language: "en",
    channel: "email",
    subject: "A new season",
    body: "<p>Dear {name},</p><p>The season is changing. If anything you have from us wants a little care before it does, we will gladly look after it: just answer this message.</p><p>We wish you a good start into the new season.</p><p>With kind regards,<br>{sender}</p>",
    placeholders: { name, sender },
  },
  {
    id: "en-life-moment-post",
    occasions: ["life-moment"],
    language: "en",
    channel: "post",
    body: "Dear {name},\n\nwe have heard the good news and are happy with you. Congratulations, and all the best for what begins now.\n\nYours sincerely,\n{sender}",
    placeholders: { name, sender },
    tone: "cheerful",
  },
  {
    id: "en-wedding-post",
    occasions: ["wedding"],
    language: "en",
    channel: "post",
    body: "Dear {name},\n\ncongratulations on your wedding! We wish you both a long, kind and cheerful life together.\n\nYours sincerely,\n{sender}",
    placeholders: { name, sender },
    tone: "cheerful",
  },
  {
    id: "en-event-invitation-email",
    occasions: ["event-invitation"],
    language: "en",
    channel: "email",
    subject: "An invitation for you: {event}",
    body: "<p>Dear {name},</p><p>We would be glad to see you at {event}, on {date} at {place}. There is no need to prepare anything, and you are welcome to bring somebody.</p><p>A short answer by {reply} helps us to set the table.</p><p>With warm regards,<br>{sender}</p>",
    placeholders: { event, name, date, place, reply, sender },
    tone: "cheerful",
  },
  {
    id: "en-quarterly-call-sms",
    occasions: ["quarterly-call"],
    language: "en",
    channel: "sms",
    body: "Dear {name}, {sender} would like to call you on {date} and hear how things are going. If another day suits you better, please just reply.",
    placeholders: { name, sender, date },
  },
  {
    id: "en-quarterly-visit-email",
    occasions: ["quarterly-visit"],
    language: "en",
    channel: "email",
    subject: "May we visit you on {date}?",
    body: "<p>Dear {name},</p><p>I would like to visit you on {date}, to listen, and to see whether everything works as it should. Half an hour is plenty.</p><p>If another day suits you better, a short answer is enough.</p><p>With kind regards,<br>{sender}</p>",
    placeholders: { date, name, sender },
  },
  {
    id: "en-after-purchase-email",
    occasions: ["after-purchase"],
    language: "en",
    channel: "email",
    subject: "How is {product} doing?",
    body: "<p>Dear {name},</p><p>Thank you for choosing {product}. Is everything as you expected? If a question has come up or something is missing, please tell us: we would like to put it right.</p><p>With kind regards,<br>{sender}</p>",
    placeholders: { product, name, sender },
  },
  {
    id: "en-after-service-sms",
    occasions: ["after-service"],
    language: "en",
    channel: "sms",
    body: "Dear {name}, thank you for letting us look after {product}. Is everything working again? If not, please reply and we will come back to you. {sender}",
    placeholders: { name, product, sender },
  },
  {
    id: "en-complaint-resolved-email",
    occasions: ["complaint-resolved"],
    language: "en",
    channel: "email",
    subject: "Is everything settled?",
    body: "<p>Dear {name},</p><p>Some days ago we told you that your complaint was settled. Before we close it on our side, we would like to hear it from you: is it?</p><p>If anything is still open, I will see to it in person. Thank you for having told us.</p><p>With kind regards,<br>{sender}</p>",
    placeholders: { name, sender },
  },
  {
    id: "en-warranty-end-email",
    occasions: ["warranty-end"],
    language: "en",
    channel: "email",
    subject: "The warranty of {product} ends on {date}",
    body: "<p>Dear {name},</p><p>The warranty of {product} ends on {date}. If anything about it does not work as it should, please tell us before that day, so that we can still see to it under the warranty.</p><p>With kind regards,<br>{sender}</p>",
    placeholders: { product, date, name, sender },
  },
  {
    id: "en-inactivity-email",
    occasions: ["inactivity"],
    language: "en",
    channel: "email",
    subject: "It has been a while",
    body: "<p>Dear {name},</p><p>We have not heard from each other for a while. If all is well, we are glad. If something on our side was not as it should be, we would be grateful to know.</p><p>You need not do anything, and we will not write often.</p><p>With kind regards,<br>{sender}</p>",
    placeholders: { name, sender },
  },
];
