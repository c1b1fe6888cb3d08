package io.wenda.api.knowledge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.knowledge.attachment.AttachedFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Files of versions, from the editor who sends them to the visitor who is answered with them. */
class KnowledgeAttachmentsTest extends RunningApplication {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String ENTRY =
            "entry { id latest { number revision state attachments { id name type size url expiresAt } } } userErrors { code message }";

    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final AttachedFiles files;
    private final MailsWanted mails;

    @Autowired
    KnowledgeAttachmentsTest(AttachedFiles files, MailsWanted mails) {
        this.files = files;
        this.mails = mails;
    }

    @Test
    void aFileIsWhatItsBytesSay() {
        var types = new LinkedHashMap<String, byte[]>();
        types.put("image/png", picture("png"));
        types.put("image/jpeg", picture("jpg"));
        types.put("image/gif", picture("gif"));
        types.put("application/pdf", "%PDF-1.7\n%%EOF\n".getBytes(UTF_8));
        types.put("text/plain", "退款说明 1 < 2".getBytes(UTF_8));
        types.put(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                packed("[Content_Types].xml", "word/document.xml"));
        types.put(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                packed("[Content_Types].xml", "xl/workbook.xml"));

        types.forEach((type, bytes) -> {
            var sent = send(company.token(), "x.exe", bytes);
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
            assertThat(Outside.JSON.readTree(sent.body()).path("type").asString()).isEqualTo(type);
        });
    }

    @Test
    void whatRunsOrIsTwoThingsAtOnceIsRefused() {
        var png = picture("png");
        for (var bytes :
                List.of(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8),
                        "\ufeff <!doctype html><p>".getBytes(UTF_8),
                        "see <script>alert(1)</script>".getBytes(UTF_8),
                        "#!/bin/sh\n".getBytes(UTF_8),
                        "MZ\u0090\0\u0003".getBytes(ISO_8859_1),
                        "\u007fELF\u0002".getBytes(ISO_8859_1),
                        both(png, packed("a.js")),
                        both(picture("gif"), "<script>;".getBytes(UTF_8)),
                        both("%PDF-1.7\n%%EOF\n".getBytes(UTF_8), packed("a")),
                        packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        packed("META-INF/MANIFEST.MF"),
                        both(packed("word/document.xml"), "x".getBytes(UTF_8)),
                        new byte[0])) {
            var refused = send(company.token(), "innocent.png", bytes);
            assertThat(refused.statusCode()).as(new String(bytes, ISO_8859_1)).isEqualTo(400);
            assertThat(refused.body()).contains("BAD_REQUEST");
        }
        assertThat(send(company.token(), "big.txt", new byte[10 * 1024 * 1024 + 1]).statusCode())
                .isEqualTo(413);
        var agent = Colleague.join(company, mails, "AGENT").token();
        assertThat(send(agent, "map.png", png).statusCode()).isEqualTo(403);
        assertThat(send(null, "map.png", png).statusCode()).isEqualTo(401);
    }

    @Test
    void aVersionKeepsItsFilesAndTheNextOneBeginsWithThem() {
        var entry = entry(company, "Where is the shop?");
        var map = sent(company, "map.png", picture("png"));
        var note = sent(company, "note.txt", "by bus".getBytes(UTF_8));
        attach(company, entry, map, 1);
        publish(company, entry, 1);

        var second = attach(company, entry, note, 1).at("/entry/latest");
        var third = detach(company, entry, map, 2).at("/entry/latest");

        assertThat(second.path("number").asInt()).isEqualTo(2);
        assertThat(second.path("attachments").findValuesAsString("name"))
                .containsExactly("map.png", "note.txt");
        assertThat(third.path("attachments").findValuesAsString("name"))
                .containsExactly("note.txt");
        assertThat(published(company, entry).findValuesAsString("name")).containsExactly("map.png");
        assertThat(code(attach(company, entry, map, 1))).isEqualTo("CONFLICT");
        assertThat(code(detach(company, entry, map, 2))).isEqualTo("NOT_FOUND");
        publish(company, entry, 2);
        assertThat(published(company, entry).findValuesAsString("name"))
                .containsExactly("note.txt");
        var back =
                company.ask(
                                "mutation($i: RollbackKnowledgeEntryInput!) { rollbackKnowledgeEntry(input: $i) { %s } }"
                                        .formatted(ENTRY),
                                Map.of("i", Map.of("entryId", entry, "toVersion", 1)))
                        .done();
        assertThat(back.at("/entry/latest/attachments").findValuesAsString("name"))
                .containsExactly("map.png");
    }

    @Test
    void sameBytesAreOneFileAndAVersionHasTwenty() {
        var entry = entry(company, "What do you sell?");
        var first = sent(company, "a.txt", "same".getBytes(UTF_8));

        assertThat(sent(company, "b.txt", "same".getBytes(UTF_8))).isEqualTo(first);
        for (var i = 0; i < 20; i++) {
            var file = sent(company, i + ".txt", ("list " + i).getBytes(UTF_8));
            assertThat(attach(company, entry, file, 1).at("/userErrors").size()).isZero();
        }
        var more = attach(company, entry, first, 1);
        assertThat(more.at("/userErrors/0/message").asString()).contains("at most 20 attachments");
    }

    @Test
    void anAnswerBringsItsFilesToItsVisitorAlone() {
        var entry = entry(company, "Where is the shop?");
        var png = picture("png");
        attach(company, entry, sent(company, "map 图.png", png), 1);
        var draft = latest(company, entry).path("attachments").path(0).path("url").asString();
        publish(company, entry, 1);
        var key = company.newChannel(true).path("publicKey").asString();
        var visitor = company.newVisitor(key);
        var conversation = visitor.says("Where is the shop?").at("/conversation/id").asString();

        var shown = new LinkedHashMap<String, JsonNode>();
        await().atMost(LONG)
                .until(() -> {
                    var found = answered(visitor, conversation);
                    shown.put("file", found);
                    return found.isObject();
                });
        var file = shown.get("file");
        var got = get(file.path("url").asString());

        assertThat(file.path("type").asString()).isEqualTo("image/png");
        assertThat(file.path("size").asInt()).isEqualTo(png.length);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(png);
        assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(got.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("UTF-8''map%20%E5%9B%BE.png");
        assertThat(get(draft).statusCode()).isEqualTo(200);
        var forged = file.path("url").asString();
        assertThat(get(forged.substring(0, forged.length() - 3) + "abc").statusCode())
                .isEqualTo(404);
        var other = OUTSIDE.newCompany("Theirs " + UUID.randomUUID());
        var stranger = other.newVisitor(other.newChannel(true).path("publicKey").asString());
        assertThat(answered(stranger, conversation).isMissingNode()).isTrue();
        assertThat(code(attach(other, entry(other, "Hm?"), file.path("id").asString(), 1)))
                .isEqualTo("NOT_FOUND");

        // what was once told stays to be read, by who was told it
        company.ask(
                        "mutation($i: RetireKnowledgeEntryInput!) { retireKnowledgeEntry(input: $i) { userErrors { code } } }",
                        Map.of("i", Map.of("entryId", entry)))
                .done();
        assertThat(get(answered(visitor, conversation).path("url").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatNoVersionHasIsRemoved() {
        var entry = entry(company, "Is there a form?");
        var kept = sent(company, "kept.txt", "kept".getBytes(UTF_8));
        var out = sent(company, "out.txt", "out".getBytes(UTF_8));
        var never = sent(company, "never.txt", "never".getBytes(UTF_8));
        attach(company, entry, kept, 1);
        attach(company, entry, out, 1);
        var url = latest(company, entry).path("attachments").path(1).path("url").asString();
        assertThat(get(url).statusCode()).isEqualTo(200);
        detach(company, entry, out, 1);

        files.removeUnused(Instant.now().minus(Duration.ofDays(1)));
        assertThat(attach(company, entry, out, 1).at("/userErrors").size()).isZero();
        detach(company, entry, out, 1);
        assertThat(get(url).statusCode()).isEqualTo(404);
        files.removeUnused(Instant.now().plusSeconds(1));

        assertThat(code(attach(company, entry, out, 1))).isEqualTo("NOT_FOUND");
        assertThat(code(attach(company, entry, never, 1))).isEqualTo("NOT_FOUND");
        assertThat(latest(company, entry).path("attachments").findValuesAsString("name"))
                .containsExactly("kept.txt");
        assertThat(code(attach(company, entry, kept, 1))).isEmpty();
    }

    private static JsonNode answered(Company.Visitor visitor, String conversation) {
        return visitor.ask(
                        "query($id: ID!) { conversation(id: $id) { messages(first: 10) { nodes { source { attachments { id name type size url } } } } } }",
                        Map.of("id", conversation))
                .body()
                .at("/data/conversation/messages/nodes")
                .valueStream()
                .map(it -> it.at("/source/attachments/0"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static String entry(Company by, String question) {
        return by.ask(
                        "mutation($i: CreateKnowledgeEntryInput!) { createKnowledgeEntry(input: $i) { entry { id } userErrors { code } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "locale", "en",
                                        "question", question,
                                        "answer", "At the harbour.")))
                .done()
                .at("/entry/id")
                .asString();
    }

    private static JsonNode attach(Company by, String entry, String file, int expected) {
        return change(by, "attachTo", "AttachTo", entry, file, expected);
    }

    private static JsonNode detach(Company by, String entry, String file, int expected) {
        return change(by, "detachFrom", "DetachFrom", entry, file, expected);
    }

    private static JsonNode change(
            Company by, String act, String input, String entry, String file, int expected) {
        return by.ask(
                        "mutation($i: %sKnowledgeEntryInput!) { %sKnowledgeEntry(input: $i) { %s } }"
                                .formatted(input, act, ENTRY),
                        Map.of(
                                "i",
                                Map.of(
                                        "entryId", entry,
                                        "fileId", file,
                                        "expectedVersion", expected)))
                .only();
    }

    private static String code(JsonNode payload) {
        return payload.at("/userErrors/0/code").asString("");
    }

    private static JsonNode latest(Company by, String entry) {
        return by.ask(
                        "query($id: ID!) { knowledgeEntry(id: $id) { latest { attachments { id name url } } } }",
                        Map.of("id", entry))
                .only()
                .path("latest");
    }

    private static JsonNode published(Company by, String entry) {
        return by.ask(
                        "query($id: ID!) { knowledgeEntry(id: $id) { published { attachments { name } } } }",
                        Map.of("id", entry))
                .only()
                .at("/published/attachments");
    }

    private static void publish(Company by, String entry, int version) {
        for (var act : List.of("submit", "approve", "publish")) {
            by.ask(
                            "mutation($i: KnowledgeVersionInput!) { %sKnowledgeVersion(input: $i) { userErrors { code } } }"
                                    .formatted(act),
                            Map.of("i", Map.of("entryId", entry, "version", version)))
                    .done();
        }
    }

    private static String sent(Company by, String name, byte[] bytes) {
        return Outside.JSON.readTree(send(by.token(), name, bytes).body()).path("id").asString();
    }

    private static HttpResponse<String> send(@Nullable String token, String name, byte[] bytes) {
        var at = OUTSIDE.at("/files/attachments?name=" + URLEncoder.encode(name, UTF_8));
        var request =
                HttpRequest.newBuilder(at).POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        return OUTSIDE.send(
                (token == null ? request : request.header("Authorization", "Bearer " + token))
                        .build());
    }

    private static HttpResponse<byte[]> get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(OUTSIDE.at(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] picture(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] packed(String... names) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] both(byte[] one, byte[] other) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }
}
