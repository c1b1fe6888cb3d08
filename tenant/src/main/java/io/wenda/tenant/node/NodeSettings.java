package io.wenda.tenant.node;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How nodes reach one another.
 *
 * @param redisUrl of the Redis or Valkey that they share; empty: this is the only node
 */
@ConfigurationProperties("wenda.live")
record NodeSettings(@DefaultValue("") String redisUrl) {}
