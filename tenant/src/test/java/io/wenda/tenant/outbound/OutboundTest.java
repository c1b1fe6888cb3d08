package io.wenda.tenant.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.outbound.OutboundFailure.Why;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private static final Outbound.Limits LIMITS =
            new Outbound.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000);

    /** A name is a place inside only once it is looked up. */
    @Test
    void aNameThatLeadsInsideIsNotConnectedTo() throws Exception {
        var settings = new OutboundSettings(false, 4, 12, Duration.ofSeconds(30));
        try (var outbound = new Outbound(new OutboundAddresses(settings), new Targets(settings));
                var inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(1);
            var address = URI.create("https://localhost:" + inside.getLocalPort());

            CurrentTenant.run(
                    new TenantId(NewId.next()),
                    () ->
                            assertThatThrownBy(() ->
                                            outbound.post(
                                                    address, Map.of(), "{}", LIMITS, _ -> "heard"))
                                    .isInstanceOfSatisfying(
                                            OutboundFailure.class,
                                            it ->
                                                    assertThat(it.why())
                                                            .isEqualTo(Why.ADDRESS_REFUSED)));
            assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void onlyTheOpenInternetIsNotInside() throws Exception {
        for (var inside :
                List.of(
                        "169.254.169.254",
                        "127.0.0.1",
                        "10.1.2.3",
                        "172.16.0.1",
                        "192.168.1.1",
                        "100.64.0.1",
                        "0.0.0.0",
                        "::1",
                        "fe80::1",
                        "fd00:ec2::254",
                        "::ffff:169.254.169.254",
                        "64:ff9b::a9fe:a9fe",
                        "2002:a9fe:a9fe::1")) {
            assertThat(OutboundAddresses.isInside(InetAddress.getByName(inside)))
                    .as(inside)
                    .isTrue();
        }
        for (var open : List.of("8.8.8.8", "172.32.0.1", "2606:4700::1111")) {
            assertThat(OutboundAddresses.isInside(InetAddress.getByName(open))).as(open).isFalse();
        }
    }
}
