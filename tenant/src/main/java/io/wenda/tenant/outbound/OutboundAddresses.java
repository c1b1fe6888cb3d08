package io.wenda.tenant.outbound;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which addresses are called: https, and only what the whole world reaches, so that nobody looks
 * about in our own network.
 */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
public class OutboundAddresses {
    private static final int LONGEST = 500;

    private final boolean inside;

    OutboundAddresses(OutboundSettings settings) {
        this.inside = settings.privateAddresses();
    }

    /** The address as it is kept; a name is looked up only when it is called. */
    public String require(String typed, String... field) {
        var line = Text.line(typed, LONGEST, field);
        try {
            var address = new URI(line);
            if (hasScheme(address)
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                refuseInside(address.getHost(), field);
                return line;
            }
        } catch (URISyntaxException _) {
            // refused like any other
        }
        throw new Refusal.Invalid(
                "must be an address such as https://api.example.com/v1, without user, query or"
                        + " fragment",
                field);
    }

    boolean hasScheme(URI address) {
        return "https".equals(address.getScheme())
                || (inside && "http".equals(address.getScheme()));
    }

    private void refuseInside(String host, String... field) {
        var literal = host.startsWith("[") || host.matches("[0-9.]+");
        if (inside || (!literal && !host.equals("localhost") && host.contains("."))) {
            return;
        }
        try {
            if (literal && !isInside(InetAddress.getByName(host))) {
                return;
            }
        } catch (UnknownHostException _) {
            // refused like any other
        }
        throw new Refusal.Invalid(
                "must be an address in the open internet: this one is in a private network", field);
    }

    /**
     * What a connection is made to: it is checked here and used as it is, so a name that points
     * elsewhere a moment later changes nothing.
     */
    DnsResolver resolver() {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
                for (var address : found) {
                    if (!inside && isInside(address)) {
                        throw new Inside();
                    }
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** A name stands for a place inside. */
    static final class Inside extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Inside() {
            super("an address of a private network");
        }
    }

    static boolean isInside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? !isGlobal(address.getAddress())
                        : isReserved(address.getAddress()));
    }

    /** 2000::/3 without 6to4 and Teredo, which lead into IPv4. */
    private static boolean isGlobal(byte[] address) {
        return (address[0] & 0xe0) == 0x20
                && !(address[0] == 0x20 && address[1] == 2)
                && !(address[0] == 0x20 && address[1] == 1 && address[2] == 0 && address[3] == 0);
    }

    /** 0/8, 100.64/10 (carriers), 192.0.0/24, 198.18/15 (benchmarks) and 240/4. */
    private static boolean isReserved(byte[] address) {
        var first = address[0] & 0xff;
        var second = address[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second <= 127)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }
}
