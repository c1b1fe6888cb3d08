package io.wenda.api.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often callers may ask.
 *
 * @param signUpsAnHour of one address
 * @param signUpBurst sign-ups of one address at once
 * @param signInsAMinute tries to sign in, of one address
 * @param sessionsAMinute widget sessions and their renewals, of one address
 * @param visitorOperationBurst operations of one visitor at once, and of an address without a token
 * @param visitorOperationsASecond the same after the burst
 * @param companyOperationBurst operations of one company's members and programs at once, and of all
 *     its visitors
 * @param companyOperationsASecond the same after the burst
 * @param visitorMessageBurst messages of one visitor at once
 * @param visitorMessagesASecond of one visitor after the burst
 * @param typingBurst signs of typing of one caller at once
 * @param typingASecond of one caller after the burst
 * @param wrongPasswords tries with one sign-in address before the delay begins
 * @param firstDelay after one wrong password too many, doubled by each further one
 * @param longestDelay what the delay grows to
 * @param trustedProxies addresses or networks (10.0.0.0/16) whose X-Forwarded-For is believed
 */
@ConfigurationProperties("wenda.limits")
public record LimitSettings(
        @DefaultValue("30") int signUpsAnHour,
        @DefaultValue("10") int signUpBurst,
        @DefaultValue("120") int signInsAMinute,
        @DefaultValue("60") int sessionsAMinute,
        @DefaultValue("200") int visitorOperationBurst,
        @DefaultValue("20") int visitorOperationsASecond,
        @DefaultValue("20000") int companyOperationBurst,
        @DefaultValue("2000") int companyOperationsASecond,
        @DefaultValue("40") int visitorMessageBurst,
        @DefaultValue("1") int visitorMessagesASecond,
        @DefaultValue("20") int typingBurst,
        @DefaultValue("2") int typingASecond,
        @DefaultValue("5") int wrongPasswords,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("5m") Duration longestDelay,
        @DefaultValue List<String> trustedProxies) {
    public LimitSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
