package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.RunningApplication;
import io.wenda.Wire;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two servers could read differently get one refusal, which tells of no insides. */
class RawRequestsTest extends RunningApplication {
    private static final String BODY = "{\"query\":\"{ __typename }\"}";
    private static final String START =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = START + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String GET = "GET /livez HTTP/1.1\r\nHost: localhost\r\n";
    private static final String HIDDEN = "GET /livez HTTP/1.1\r\nHost: hidden\r\n\r\n";

    private static final String LAST = GET + "Connection: close\r\n\r\n";

    static Stream<String> ambiguous() {
        return Stream.of(
                START + "Content-Length: 26\r\nContent-Length: 5\r\n\r\n" + BODY,
                START + "Content-Length: 26, 26\r\n\r\n" + BODY,
                START + "Content-Length: +26\r\n\r\n" + BODY,
                START + "Content-Length: -1\r\n\r\n" + BODY,
                START + "Content-Length: 99999999999999999999\r\n\r\n" + BODY,
                START + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                START + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                START + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                START + "X: a\u0000b\r\n\r\n",
                START + "X\u0000: a\r\n\r\n",
                START + "X: a\rY: b\r\n\r\n",
                START + "no colon\r\n\r\n",
                GET + "X: a\rContent-Length: 26\r\n\r\n",
                GET + "X: a\r\r\n\r\n",
                GET + "X\r: a\r\n\r\n",
                GET + "X: a\u000bb\r\n\r\n",
                GET + "X\t: a\r\n\r\n",
                GET + ": a\r\n\r\n",
                "GET /livez\rX HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /livez HTTP/1.1\rHost: localhost\r\n\r\n",
                CHUNKED + "zz\r\n" + BODY + "\r\n0\r\n\r\n",
                CHUNKED + "-1\r\n" + BODY + "\r\n0\r\n\r\n",
                CHUNKED + "ffffffffffffffff1\r\n" + BODY + "\r\n0\r\n\r\n",
                CHUNKED + "1a;" + "x".repeat(20_000) + "\r\n" + BODY + "\r\n0\r\n\r\n",
                "GET /livez HTTP/1.1\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /live\u0000z HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /livez HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /console/%2e%2e%2fx HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /console/..;/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                START + "X: " + "x".repeat(20_000) + "\r\n\r\n",
                START + "X: y\r\n".repeat(200) + "\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void anAmbiguousRequestIsRefusedAndTheConnectionClosed(String request) {
        var answer = Wire.exchange(OUTSIDE, request + HIDDEN);

        assertThat(Wire.status(answer)).as(answer).isIn(400, 404, 414, 431, 501, 505);
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as("answers").hasSize(2);
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat", "server:", "x-powered-by", "exception")
                .doesNotContain("java.", "org.", "\tat ");
    }

    @Test
    void ofTwoLengthsTheChunksCountAndTheConnectionEnds() {
        var both =
                START
                        + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n"
                        + BODY
                        + "\r\n0\r\n\r\n";

        var answer = Wire.exchange(OUTSIDE, both + HIDDEN);

        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
        assertThat(Wire.status(answer)).isIn(200, 400);
    }

    /** RFC 9112 lets a server take a folded line for a space, and a lone line feed for an end. */
    @Test
    void whatIsFoldedIsNoHeaderOfItsOwnAndALoneLineFeedEndsOne() {
        var folded = Wire.exchange(OUTSIDE, GET + "X: a\r\n Connection: close\r\n\r\n" + LAST);
        var fed = Wire.exchange(OUTSIDE, GET + "X: a\nConnection: close\r\n\r\n" + LAST);

        assertThat(folded.split("HTTP/1\\.1 200", -1)).as(folded).hasSize(3);
        assertThat(fed.split("HTTP/1\\.1 200", -1)).as(fed).hasSize(2);
    }
}
