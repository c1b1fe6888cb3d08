package io.wenda.api.security;

import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.channel.Channels;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page that the widget frames. Browsers show it only inside pages of the channel's allowed
 * origins; where there are none, there is no page. It carries the ticket that starts a session.
 */
@Controller
class PanelPage {
    private final Channels channels;
    private final PanelTickets tickets;

    PanelPage(Channels channels, PanelTickets tickets) {
        this.channels = channels;
        this.tickets = tickets;
    }

    @GetMapping("/w/{publicKey}/panel")
    ResponseEntity<String> panel(@PathVariable String publicKey) {
        return channels.forPublicKey(publicKey)
                .map(Channels.Found::channel)
                .filter(PanelPage::isShown)
                .map(channel -> page(publicKey, channel))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static boolean isShown(Channel channel) {
        return channel.type() == ChannelType.WEB
                && channel.enabled()
                && !channel.allowedOrigins().isEmpty();
    }

    private ResponseEntity<String> page(String publicKey, Channel channel) {
        var policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors "
                        + String.join(" ", channel.allowedOrigins());
        return ResponseEntity.ok()
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="wenda-panel-ticket" content="%s">
                        <title>Wenda</title>
                        </head>
                        <body></body>
                        </html>
                        """
                                .formatted(tickets.issue(publicKey)));
    }
}
