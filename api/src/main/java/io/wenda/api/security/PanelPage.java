package io.wenda.api.security;

import io.wenda.api.web.PanelFiles;
import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.profile.BotProfile;
import io.wenda.conversation.profile.BotProfiles;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.company.PublicUrl;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page that the widget frames. Browsers show it only inside pages of the channel's allowed
 * origins; where there are none, there is no page. It carries the ticket that starts a session, and
 * what is known of the channel, as data: nothing in it is run but our own files.
 */
@Controller
class PanelPage {
    private final Channels channels;
    private final Companies companies;
    private final BotProfiles profiles;
    private final PanelTickets tickets;
    private final PanelFiles files;
    private final PublicUrl publicUrl;
    private final JsonMapper json;

    PanelPage(
            Channels channels,
            Companies companies,
            BotProfiles profiles,
            PanelTickets tickets,
            PanelFiles files,
            PublicUrl publicUrl,
            JsonMapper json) {
        this.channels = channels;
        this.companies = companies;
        this.profiles = profiles;
        this.tickets = tickets;
        this.files = files;
        this.publicUrl = publicUrl;
        this.json = json;
    }

    /** What the panel shows before it has asked anything, and the pages that may talk to it. */
    record Shown(
            String key,
            String company,
            String channel,
            @Nullable String greeting,
            boolean bot,
            List<String> origins,
            @Nullable Look look) {}

    /** What of the bot's profile is seen. */
    record Look(
            @Nullable String name,
            @Nullable String initials,
            @Nullable String colour,
            List<BotProfile.Greeting> greetings,
            List<BotProfile.QuickButton> buttons) {

        static Look of(BotProfile profile) {
            return new Look(
                    profile.name(),
                    profile.initials(),
                    profile.colour(),
                    profile.greetings(),
                    profile.quickButtons());
        }
    }

    @GetMapping("/w/{publicKey}/panel")
    ResponseEntity<String> panel(@PathVariable String publicKey) {
        return channels.forPublicKey(publicKey)
                .filter(found -> isShown(found.channel()))
                .map(found -> page(publicKey, found))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static boolean isShown(Channel channel) {
        return channel.type() == ChannelType.WEB
                && channel.enabled()
                && !channel.allowedOrigins().isEmpty();
    }

    private ResponseEntity<String> page(String publicKey, Channels.Found found) {
        var channel = found.channel();
        var company = CurrentTenant.call(found.tenant(), () -> companies.current().name());
        var profile =
                CurrentTenant.call(
                        found.tenant(),
                        () ->
                                Optional.ofNullable(
                                        profiles.byChannels(Set.of(channel.id()))
                                                .get(channel.id())));
        var shown =
                new Shown(
                        publicKey,
                        company,
                        channel.name(),
                        channel.greeting(),
                        channel.botEnabled(),
                        channel.allowedOrigins(),
                        profile.map(Look::of).orElse(null));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", policy(channel))
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html(tickets.issue(publicKey), shown, files.names()));
    }

    /** Some browsers do not count our own WebSocket to 'self', so it is named. */
    private String policy(Channel channel) {
        var socket = publicUrl.origin().replaceFirst("^http", "ws");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self' "
                + socket
                + "; base-uri 'none'; form-action 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none';"
                + " frame-ancestors "
                + String.join(" ", channel.allowedOrigins());
    }

    private String html(String ticket, Shown shown, PanelFiles.Names names) {
        var styles = new StringBuilder();
        names.styles()
                .forEach(style ->
                        styles.append("<link rel=\"stylesheet\" href=\"%s\">\n".formatted(style)));
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="wenda-panel-ticket" content="%s">
        <meta name="wenda-channel" content="%s">
        <title>%s</title>
        %s<script type="module" src="%s"></script>
        </head>
        <body></body>
        </html>
        """
                .formatted(
                        ticket,
                        HtmlUtils.htmlEscape(json.writeValueAsString(shown)),
                        HtmlUtils.htmlEscape(shown.company()),
                        styles,
                        names.script());
    }
}
