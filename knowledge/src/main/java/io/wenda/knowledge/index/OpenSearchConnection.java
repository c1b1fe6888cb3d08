package io.wenda.knowledge.index;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search engine is.
 *
 * @param timeout for a question; who waits longer is better served by a person
 * @param writeTimeout for making the index and for filling it, which nobody waits for as a rule
 */
@ConfigurationProperties("wenda.opensearch")
public record OpenSearchConnection(
        String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("30s") Duration writeTimeout) {

    OpenSearchClient open() {
        var address = URI.create(url);
        var transport =
                ApacheHttpClient5TransportBuilder.builder(HttpHost.create(address))
                        .setPathPrefix(address.getPath().isEmpty() ? "/" : address.getPath())
                        .setMapper(new JacksonJsonpMapper())
                        .setDefaultHeaders(credentials())
                        .setRequestConfigCallback(request -> limit(request, timeout))
                        .build();
        return new OpenSearchClient(transport);
    }

    /** The same client, with the patience that writing needs. */
    OpenSearchClient forWriting(OpenSearchClient client) {
        var patience = limit(RequestConfig.custom(), writeTimeout).build();
        return client.withTransportOptions(
                ApacheHttpClient5Options.DEFAULT.toBuilder().setRequestConfig(patience).build());
    }

    private static RequestConfig.Builder limit(RequestConfig.Builder request, Duration most) {
        var limit = Timeout.of(most);
        return request.setResponseTimeout(limit).setConnectionRequestTimeout(limit);
    }

    private Header[] credentials() {
        if (user == null || password == null) {
            return new Header[0];
        }
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Header[] {
            new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
        };
    }
}
