package io.wenda.api.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.wenda.tenant.isolation.CurrentTenant;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Says in each structured line whose work it was. It is looked up when a line is written, so that
 * work without one carries nothing along.
 */
class LogMembers implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    @Override
    public void customize(JsonWriter.Members<ILoggingEvent> members) {
        members.add(
                        "tenant",
                        _ ->
                                CurrentTenant.find()
                                        .map(tenant -> tenant.value().toString())
                                        .orElse(null))
                .whenNotNull();
    }
}
