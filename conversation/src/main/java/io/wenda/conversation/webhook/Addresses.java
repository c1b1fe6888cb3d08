package io.wenda.conversation.webhook;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Which addresses that companies typed are called: https, and only what the whole world reaches, so
 * that nobody looks about in our own network. A name that points elsewhere a moment later finds
 * nothing there that has its certificate.
 */
@Component
class Addresses {
    private static final int LONGEST = 2_000;

    private final boolean local;

    Addresses(WebhookSettings settings) {
        this.local = settings.localAddresses();
    }

    /** The address as it is kept. */
    String require(String url) {
        try {
            var address = new URI(Text.line(url, LONGEST, "url"));
            var https = "https".equals(address.getScheme());
            if ((https || (local && "http".equals(address.getScheme())))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null) {
                return address.toString();
            }
        } catch (URISyntaxException _) {
            // refused like any other
        }
        throw new Refusal.Invalid(
                "must be an address such as https://bot.example.com/wenda, without user or fragment",
                "url");
    }

    /** Whether all that the name stands for now is outside. */
    boolean mayBeCalled(URI address) {
        if (local) {
            return true;
        }
        try {
            var found = InetAddress.getAllByName(address.getHost());
            return Arrays.stream(found).noneMatch(Addresses::isInside);
        } catch (UnknownHostException _) {
            return true; // and will not be reached
        }
    }

    private static boolean isInside(InetAddress address) {
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

    /** 0/8, 100.64/10 (carriers), 198.18/15 (benchmarks) and 240/4. */
    private static boolean isReserved(byte[] address) {
        var first = address[0] & 0xff;
        var second = address[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second <= 127)
                || (first == 198 && (second == 18 || second == 19));
    }
}
