package io.wenda.api.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from, as far as that can be known: the connection's other end, or what a
 * trusted proxy says of it. One IPv6 customer has a whole /64, which counts as one address.
 */
@Component
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String UNKNOWN = "unknown";
    private static final int IPV6_BYTES = 16;

    private final List<String> addresses;
    private final List<IpAddressMatcher> networks;

    ClientAddress(LimitSettings settings) {
        var proxies = settings.trustedProxies();
        this.addresses =
                proxies.stream().filter(it -> !isNetwork(it)).map(ClientAddress::normal).toList();
        this.networks =
                proxies.stream()
                        .filter(ClientAddress::isNetwork)
                        .map(IpAddressMatcher::new)
                        .toList();
    }

    private static boolean isNetwork(String proxy) {
        return proxy.contains("/");
    }

    private boolean isTrusted(String address) {
        var normal = normal(address);
        return !normal.equals(UNKNOWN)
                && (addresses.contains(normal)
                        || networks.stream().anyMatch(network -> network.matches(address)));
    }

    /** Of a servlet request. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /** Of a GraphQL request over any transport. */
    public String of(@Nullable InetSocketAddress remote, HttpHeaders headers) {
        var address =
                Optional.ofNullable(remote)
                        .map(InetSocketAddress::getAddress)
                        .map(InetAddress::getHostAddress)
                        .orElse(null);
        return of(address, headers.getOrEmpty(FORWARDED_FOR));
    }

    private String of(@Nullable String remote, List<String> forwardedFor) {
        var address = remote == null ? UNKNOWN : normal(remote);
        if (remote == null || !isTrusted(remote)) {
            return address;
        }
        // the nearest hop stands last, be it in the sender's line or in one that a proxy added;
        // whatever stands before the first untrusted one may be made up
        var hops =
                forwardedFor.stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .toList();
        return hops.reversed().stream()
                .filter(hop -> !isTrusted(hop))
                .findFirst()
                .map(ClientAddress::normal)
                .orElse(address);
    }

    private static String normal(String address) {
        try {
            // literals only: a name here would ask the DNS
            var bytes = InetAddress.ofLiteral(address).getAddress();
            if (bytes.length == IPV6_BYTES) {
                var network = Arrays.copyOf(bytes, IPV6_BYTES);
                Arrays.fill(network, IPV6_BYTES / 2, IPV6_BYTES, (byte) 0);
                var loopback = InetAddress.ofLiteral(address).isLoopbackAddress();
                return loopback ? "::1" : InetAddress.getByAddress(network).getHostAddress();
            }
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException _) {
            return UNKNOWN;
        }
    }
}
