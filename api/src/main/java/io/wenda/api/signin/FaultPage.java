package io.wenda.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What a browser shows where a page failed, or where there is none. */
@Component("error") // the name by which Boot finds it
class FaultPage implements View {

    @Override
    public String getContentType() {
        return Html.TYPE.toString();
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var html = new Html(request);
        var words = html.words();
        var fault = fault(response.getStatus());
        html.text(words.get(fault + ".text")).link("/console/", words.get("link.console"));
        response.setContentType(getContentType());
        response.setHeader("Content-Security-Policy", SignInSetup.POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.getWriter().write(html.document(words.get(fault + ".title")));
    }

    private static String fault(int status) {
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            return "fault.nowhere";
        }
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? "fault.refused"
                : "fault.ours";
    }
}
