package io.wenda.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An application as a browser reaches it; who sends follows no redirect by herself. */
public interface HttpSite {
    /** Its address, without a slash at the end. */
    String base();

    HttpResponse<String> send(HttpRequest request);

    /** An address of the application. */
    default URI at(String path) {
        return URI.create(base() + path);
    }
}
