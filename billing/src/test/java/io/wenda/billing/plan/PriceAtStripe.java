package io.wenda.billing.plan;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A monthly price of 99.00 yuan a seat with its product, as Stripe writes them. */
final class PriceAtStripe {
    private static final JsonMapper JSON = new JsonMapper();

    private PriceAtStripe() {}

    static ObjectNode of(String lookupKey, String name, Map<String, String> metadata) {
        return (ObjectNode)
                JSON.readTree(
                        """
                        {"id": "price_%1$s", "object": "price", "active": true,
                         "billing_scheme": "per_unit", "created": 1767225600, "currency": "cny",
                         "custom_unit_amount": null, "livemode": false, "lookup_key": "%1$s",
                         "metadata": {}, "nickname": null,
                         "product": {"id": "prod_%1$s", "object": "product", "active": true,
                           "attributes": [], "created": 1767225600, "default_price": "price_%1$s",
                           "description": null, "images": [], "livemode": false,
                           "marketing_features": [], "metadata": %3$s, "name": "%2$s",
                           "package_dimensions": null, "shippable": null, "statement_descriptor": null,
                           "tax_code": null, "type": "service", "unit_label": "seat",
                           "updated": 1767225600, "url": null},
                         "recurring": {"interval": "month", "interval_count": 1, "meter": null,
                           "trial_period_days": null, "usage_type": "licensed"},
                         "tax_behavior": "exclusive", "tiers_mode": null, "transform_quantity": null,
                         "type": "recurring", "unit_amount": 9900, "unit_amount_decimal": "9900"}
                        """
                                .formatted(lookupKey, name, JSON.writeValueAsString(metadata)));
    }
}
