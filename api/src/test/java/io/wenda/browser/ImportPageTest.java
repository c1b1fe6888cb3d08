package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that an editor brings in by hand, and once more. */
class ImportPageTest extends BrowserTest {
    private static final String LIST = OUTSIDE.base() + "/console/knowledge";

    @Test
    void anEditorChecksAFileChoosesWhatBecomesOfItAndImportsIt() {
        var editor = signedIn();
        check(editor, "question,answer\n怎么付款？,刷卡。\n几点开门？,九点。\n");
        seesFocused(editor, "faq.csv 检查完毕");
        assertThat(count(editor, "新增条目")).hasText("2");
        editor.button("Import 2 lines", "导入 2 行").click();
        seesFocused(editor, "faq.csv 导入完毕");

        editor.button("Another file", "换一个文件").click();
        check(editor, "question,answer\n怎么付款？,刷卡或现金。\n几点开门？,九点。\n");
        seesFocused(editor, "faq.csv 检查完毕");
        assertThat(count(editor, "修改条目")).hasText("1");
        assertThat(count(editor, "无变化")).hasText("1");
        editor.named(AriaRole.RADIO, "Leave it as it is", "保留原样").check();
        editor.button("Check again", "重新检查").click();
        assertThat(count(editor, "保留原样")).hasText("1");
        seesFocused(editor, "faq.csv 检查完毕");
        assertThat(editor.page().getByText("没有可以导入的行。")).isVisible();

        editor.named(AriaRole.RADIO, "Revise it", "更新").check();
        editor.button("Check again", "重新检查").click();
        editor.button("Import 1 lines", "导入 1 行").click();
        seesFocused(editor, "faq.csv 导入完毕");
        editor.named(AriaRole.LINK, "See the entries", "查看条目").click();
        assertThat(editor.page()).hasURL(LIST);
        assertThat(editor.page().getByText("怎么付款？")).hasCount(1);
    }

    @Test
    void whoeverLeavesThePageIsNotBroughtBack() {
        var editor = signedIn();
        var page = editor.page();
        var held = new ArrayList<Route>();
        page.route("**/graphql", it -> holdImport(it, held));
        check(editor, "question,answer\n怎么付款？,刷卡。\n");
        page.waitForCondition(() -> !held.isEmpty());
        editor.named(AriaRole.LINK, "All knowledge", "返回知识库").click();
        editor.reads("Knowledge", "知识库");

        page.waitForResponse(it -> begins(it.request()), () -> held.getFirst().resume());
        page.evaluate("() => new Promise(drawn => setTimeout(() => requestAnimationFrame(drawn)))");

        assertThat(page).hasURL(LIST);
    }

    private static void holdImport(Route route, List<Route> held) {
        if (begins(route.request())) {
            held.add(route);
        } else {
            route.resume();
        }
    }

    private static boolean begins(Request request) {
        var query = request.postData();
        return query != null && query.contains("mutation ImportKnowledge");
    }

    private Person signedIn() {
        var company = OUTSIDE.newCompany("茶屋", "林悦");
        var editor = person("editor", Look.desktop("zh-CN"));
        new Console(OUTSIDE, editor)
                .enter(company.email(), company.password(), "/knowledge/import");
        return editor;
    }

    private static void check(Person editor, String text) {
        editor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "faq.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        editor.button("Check the file", "检查文件").click();
    }

    private static void seesFocused(Person editor, String headline) {
        assertThat(
                        editor.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions().setName(headline)))
                .isFocused();
    }

    /** The number under a name. */
    private static Locator count(Person editor, String name) {
        return editor.page().locator("dt:text-is('%s') + dd".formatted(name));
    }
}
