package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An intent that an editor teaches by hand. */
class IntentPagesTest extends BrowserTest {

    @Test
    void anEditorTeachesAnIntentAndTriesIt() {
        var company = OUTSIDE.newCompany("茶屋", "林悦");
        var editor = person("editor", Look.desktop("zh-CN"));
        new Console(OUTSIDE, editor).enter(company.email(), company.password(), "/intents");

        editor.named(AriaRole.LINK, "New intent", "新建意图").first().click();
        editor.field("Name", "名称").fill("查订单");
        choose(editor, editor.named(AriaRole.COMBOBOX, "Skill group", "技能组"), 0);
        editor.field("Examples", "例句").fill("我的订单到哪了\n查一下订单状态\n订单发货了吗\n快递到哪里了");
        editor.button("Add a slot", "添加槽位").click();
        editor.field("Slot name", "槽位名称").fill("订单号");
        editor.field("Pattern", "格式").fill("[A-Z]-\\d{5}");
        editor.field("Question in Chinese", "中文问句").fill("请问订单号是多少？");
        addStep(editor, "Ask for a slot", "询问槽位");
        choose(editor, editor.named(AriaRole.COMBOBOX, "Slot", "槽位"), 0);
        addStep(editor, "Answer", "回答");
        editor.field("Text in Chinese", "中文内容").fill("{order} 已收到。");
        editor.button("Save", "保存").click();
        assertThat(editor.page().getByText("尚未保存，请修改标出的内容。")).isVisible();
        editor.field("Text in Chinese", "中文内容").fill("{订单号} 已收到。");
        editor.seesAccessibleScreens("new-intent");
        editor.page().setViewportSize(1280, 800);
        editor.button("Save", "保存").click();
        editor.reads("Intents", "意图");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !company.ask("{ intents { trainings { version } } }")
                                .only()
                                .path("trainings")
                                .isEmpty());

        editor.page().reload();
        editor.field("A customer says", "客户说").fill("我的订单 A-12345 到哪了");
        editor.button("Try", "试一试").click();
        assertThat(editor.page().getByText("意图为“查订单”")).isVisible();
        assertThat(editor.page().getByText("已说明：订单号 = A-12345")).isVisible();
        editor.seesAccessibleScreens("intents");
        editor.page().setViewportSize(1280, 800);
        editor.named(AriaRole.LINK, "查订单", "查订单").click();
        assertThat(editor.page().getByText("版本 1")).isVisible();
        assertThat(editor.field("Text in Chinese", "中文内容")).hasValue("{订单号} 已收到。");
    }

    private static void addStep(Person editor, String english, String chinese) {
        editor.button("Add a step", "添加步骤").click();
        editor.named(AriaRole.MENUITEM, english, chinese).click();
    }

    private static void choose(Person editor, Locator select, int place) {
        select.click();
        editor.page().getByRole(AriaRole.OPTION).nth(place).click();
    }
}
