package io.wenda.tenant.company;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The one address under which this installation is known to people, mails and tokens. */
@ConfigurationProperties("wenda")
public record PublicUrl(@DefaultValue("http://localhost:8080") URI publicUrl) {

    public PublicUrl {
        var path = publicUrl.getPath();
        if (publicUrl.getHost() == null || !(path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "wenda.public-url must be scheme, host and port alone, it is " + publicUrl);
        }
        publicUrl = publicUrl.resolve("/");
    }

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        var text = publicUrl.toString();
        return text.substring(0, text.length() - 1);
    }

    /** The address of a path that begins with a slash. */
    public String at(String path) {
        return origin() + path;
    }

    /** Whether browsers reach it encrypted. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
