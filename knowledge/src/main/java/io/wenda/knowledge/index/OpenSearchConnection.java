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
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the search engine is, and how long an answer may take before it counts as away. */
@ConfigurationProperties("wenda.opensearch")
public record OpenSearchConnection(
        String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("5s") Duration timeout) {

    OpenSearchClient open() {
        var address = URI.create(url);
        var transport =
                ApacheHttpClient5TransportBuilder.builder(HttpHost.create(address))
                        .setPathPrefix(address.getPath().isEmpty() ? "/" : address.getPath())
                        .setMapper(new JacksonJsonpMapper())
                        .setDefaultHeaders(credentials())
                        .setRequestConfigCallback(this::limit)
                        .build();
        return new OpenSearchClient(transport);
    }

    private RequestConfig.Builder limit(RequestConfig.Builder request) {
        var limit = Timeout.of(timeout);
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
