@org.jspecify.annotations.NullUnmarked
package io.wenda.tenant.engine;
