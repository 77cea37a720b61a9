import type { PlannedJourney, ServiceBlueprint, Touchpoint } from "goodwill/touchpoint";

function digital(
  id: string,
  name: string,
  rest: Pick<Touchpoint, "stages" | "control"> & Partial<Touchpoint>,
): Touchpoint {
  return { id, name, nature: "digital", channels: ["web"], visibility: "frontstage", ...rest };
}

function shop(id: string, name: string): Touchpoint {
  return {
    id,
    name,
    control: "owned",
    nature: "human",
    stages: ["before", "during"],
    channels: ["store"],
    owner: "sales",
    senses: ["sight", "hearing", "touch"],
    realm: "aesthetic",
    visibility: "frontstage",
  };
}

/** Where the company meets its customers. Nobody answers for the price portal; after the purchase nobody is met but by call. */
export const TOUCHPOINTS: readonly Touchpoint[] = [
  digital("search-ad", "Search advertising", {
    control: "owned",
    stages: ["before"],
    owner: "marketing",
  }),
  digital("social-ad", "Advertising in social media", {
    control: "owned",
    stages: ["before"],
    owner: "marketing",
  }),
  digital("price-portal", "Price comparison", { control: "partner", stages: ["before"] }),
  digital("friend-link", "Link from a friend", { control: "earned", stages: ["before"] }),
  digital("newsletter", "Newsletter", {
    control: "owned",
    stages: ["before", "after"],
    channels: ["email"],
    owner: "marketing",
  }),
  digital("direct", "Address typed in", { control: "owned", stages: ["before"], owner: "online" }),
  digital("website", "Website", {
    control: "owned",
    stages: ["before", "during"],
    owner: "online",
    senses: ["sight"],
    realm: "education",
  }),
  digital("app", "App", {
    control: "owned",
    stages: ["before", "during"],
    channels: ["app"],
    owner: "online",
    senses: ["sight"],
    realm: "education",
  }),
  digital("product-page", "Product page", {
    control: "owned",
    stages: ["before"],
    owner: "online",
    realm: "education",
  }),
  digital("reviews", "What others say", {
    control: "earned",
    stages: ["before"],
    owner: "online",
    realm: "education",
  }),
  digital("basket", "Basket", { control: "owned", stages: ["during"], owner: "online" }),
  digital("checkout", "Checkout", { control: "owned", stages: ["during"], owner: "online" }),
  digital("order", "Order placed", {
    control: "owned",
    stages: ["during"],
    owner: "online",
    realm: "self-fulfilment",
  }),
  shop("shop-nanjing-road", "Shop Nanjing Road"),
  shop("shop-xujiahui", "Shop Xujiahui"),
  shop("shop-wujiaochang", "Shop Wujiaochang"),
  shop("shop-wulin", "Shop Wulin"),
  shop("shop-binjiang", "Shop Binjiang"),
  shop("shop-guanqian", "Shop Guanqian"),
  {
    id: "delivery",
    name: "Delivery",
    control: "partner",
    nature: "human",
    stages: ["after"],
    channels: ["courier"],
    owner: "logistics",
    senses: ["sight", "touch"],
    visibility: "frontstage",
  },
  {
    id: "call-centre",
    name: "Call centre",
    control: "owned",
    nature: "human",
    stages: ["before", "during", "after"],
    channels: ["phone"],
    owner: "service",
    senses: ["hearing"],
    visibility: "frontstage",
  },
  {
    id: "chat",
    name: "Chat",
    control: "owned",
    nature: "human",
    stages: ["before", "during", "after"],
    channels: ["chat"],
    owner: "service",
    senses: ["sight"],
    visibility: "frontstage",
  },
  {
    id: "service-desk",
    name: "Service desk",
    control: "owned",
    nature: "human",
    stages: ["after"],
    channels: ["store"],
    owner: "service",
    senses: ["sight", "hearing", "touch"],
    visibility: "frontstage",
  },
  digital("email", "E-mail", {
    control: "owned",
    stages: ["before", "after"],
    channels: ["email"],
    owner: "marketing",
  }),
  digital("sms", "Text message", {
    control: "owned",
    stages: ["before", "after"],
    channels: ["sms"],
    owner: "marketing",
  }),
];

/** How an order on the website shall go. */
export const PLANNED_JOURNEY: PlannedJourney = {
  name: "An order on the website",
  steps: [
    {
      touchpoint: "product-page",
      stage: "before",
      action: "looks at a product",
      question: "Is it right for me?",
      emotion: 0.3,
      repeatable: true,
    },
    {
      touchpoint: "reviews",
      stage: "before",
      action: "reads what others say",
      question: "Are others content?",
      emotion: 0.4,
      optional: true,
    },
    {
      touchpoint: "basket",
      stage: "during",
      action: "fills the basket",
      question: "What does it come to?",
      emotion: 0.3,
    },
    {
      touchpoint: "checkout",
      stage: "during",
      action: "gives address and payment",
      question: "When will it be here?",
      obstacle: "The day of delivery is shown only afterwards",
      emotion: 0.2,
    },
    { touchpoint: "order", stage: "during", action: "orders", emotion: 0.6 },
  ],
};

/** How a parcel comes to the customer. The courier's own system tells nobody that it is late: a step without support. */
export const DELIVERY_BLUEPRINT: ServiceBlueprint = {
  name: "An order delivered",
  steps: [
    {
      id: "order",
      customerAction: "orders on the website",
      touchpoint: "checkout",
      stage: "during",
      frontstage: [{ id: "checkout-page", name: "Checkout", kind: "system", owner: "online" }],
      backstage: [
        { id: "stock-system", name: "Stock system", kind: "technology", owner: "logistics" },
        { id: "payment", name: "Payment service", kind: "support", owner: "finance" },
      ],
      evidence: ["order page"],
      targetMinutes: 5,
      failPoints: ["Promises a day the courier does not know"],
    },
    {
      id: "confirm",
      customerAction: "reads the confirmation",
      touchpoint: "email",
      stage: "during",
      frontstage: [{ id: "confirmation", name: "Confirmation", kind: "system", owner: "online" }],
      backstage: [
        { id: "stock-system", name: "Stock system", kind: "technology", owner: "logistics" },
      ],
      evidence: ["confirmation by e-mail"],
      targetMinutes: 10,
    },
    {
      id: "wait",
      customerAction: "waits, asks where it is",
      touchpoint: "call-centre",
      stage: "after",
      frontstage: [{ id: "agent", name: "Agent", kind: "people", owner: "service" }],
      backstage: [],
      failPoints: ["The agent cannot see where the parcel is"],
    },
    {
      id: "receive",
      customerAction: "receives the parcel",
      touchpoint: "delivery",
      stage: "after",
      frontstage: [
        { id: "courier", name: "Courier", kind: "people", owner: "courier partner" },
        { id: "parcel", name: "Parcel", kind: "setting", owner: "logistics" },
      ],
      backstage: [
        { id: "route-planning", name: "Route planning", kind: "management", owner: "logistics" },
        { id: "stock-system", name: "Stock system", kind: "technology", owner: "logistics" },
      ],
      targetMinutes: 4320,
      failPoints: ["Late without a word"],
    },
  ],
};
