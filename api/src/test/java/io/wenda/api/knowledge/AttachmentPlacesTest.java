package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A company whose customers read files slowly, and another. */
class AttachmentPlacesTest extends RunningApplication {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentPlacesTest.class);
    private static final int PLACES = 16;
    private static final int MEGABYTES_9 = 9 * 1024 * 1024;
    private static final int SMALL = 4096;

    @Test
    void slowReadersTakeThePlacesOfTheirOwnCompanyAlone() throws IOException {
        var large = address(OUTSIDE.newCompany("Slow " + UUID.randomUUID()), "large");
        var small = address(OUTSIDE.newCompany("Quick " + UUID.randomUUID()), "small");

        var readers = readers(large);
        var refused = get(large);
        var begun = System.nanoTime();
        var given = get(small);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        for (var reader : readers) {
            reader.close();
        }

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("too many downloads of this company at once");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get(large).body()).hasSize(MEGABYTES_9));
    }

    /** As many as there are places; each has read the first line, and reads no more. */
    private static List<Socket> readers(URI address) throws IOException {
        var readers = new ArrayList<Socket>();
        var closedUnanswered = 0;
        while (readers.size() < PLACES) {
            var socket = new Socket();
            var line = firstLine(socket, address);
            if (line.isEmpty() && closedUnanswered == 0) {
                closedUnanswered++;
                LOG.warn("closed without an answer, as once before: nobody knows why");
                continue;
            }
            assertThat(line).isEqualTo("HTTP/1.1 200");
            readers.add(socket);
        }
        return readers;
    }

    private static String firstLine(Socket socket, URI address) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .formatted(address.getPath())
                                .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static URI address(Company company, String question) {
        var bytes = new byte[question.equals("large") ? MEGABYTES_9 : SMALL];
        Arrays.fill(bytes, (byte) 'x');
        var request =
                HttpRequest.newBuilder(OUTSIDE.at("/files/attachments?name=x.txt"))
                        .header("Authorization", "Bearer " + company.token())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build();
        var file = Outside.JSON.readTree(OUTSIDE.send(request).body()).path("id").asString();
        var entry =
                company.ask(
                                "mutation($i: CreateKnowledgeEntryInput!) { createKnowledgeEntry(input: $i) { entry { id } userErrors { code } } }",
                                Map.of(
                                        "i",
                                        Map.of(
                                                "locale",
                                                "en",
                                                "question",
                                                question,
                                                "answer",
                                                "Here.")))
                        .done()
                        .at("/entry/id")
                        .asString();
        var attached =
                company.ask(
                                "mutation($i: AttachToKnowledgeEntryInput!) { attachToKnowledgeEntry(input: $i) { entry { latest { attachments { url } } } userErrors { code } } }",
                                Map.of(
                                        "i",
                                        Map.of(
                                                "entryId",
                                                entry,
                                                "fileId",
                                                file,
                                                "expectedVersion",
                                                1)))
                        .done();
        return OUTSIDE.at(attached.at("/entry/latest/attachments/0/url").asString());
    }

    private static HttpResponse<String> get(URI address) {
        return OUTSIDE.send(HttpRequest.newBuilder(address).build());
    }
}
