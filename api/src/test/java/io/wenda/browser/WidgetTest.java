package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The main job from the customer's side, in each state without a fault of accessibility, light and
 * dark.
 */
class WidgetTest extends BrowserTest {

    /** What she reads in, and the words that she clicks on. */
    record Tongue(
            String locale, Look look, String person, String write, String rate, String submit) {
        @Override
        public String toString() {
            return locale + (look.phone() ? " phone " : " desktop ") + look.scheme();
        }
    }

    static Stream<Tongue> tongues() {
        var english = Look.desktop("en");
        var chinese = Look.phone("zh-CN");
        return Stream.of(
                new Tongue(
                        "en",
                        english,
                        "Talk to a person",
                        "Write a message",
                        "Good",
                        "Send rating"),
                new Tongue("zh-CN", chinese, "转人工客服", "请输入您的问题", "满意", "提交评价"),
                new Tongue(
                        "ar",
                        chinese.dark(),
                        "التحدث إلى موظف",
                        "اكتب رسالة",
                        "جيدة",
                        "إرسال التقييم"));
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void sheIsAnsweredByTheBotThenByAPersonAndRates(Tongue tongue) {
        var shop =
                WidgetShop.on(hostPage(), OUTSIDE.newCompany("Tea " + UUID.randomUUID()), true)
                        .knows("en", "How long does a refund take?", "**Five** working days.")
                        .knows("en", "How long does a delivery take?", "Two working days.")
                        .knows("zh-CN", "退款需要多久？", "**五个**工作日内退回。")
                        .knows("zh-CN", "送货需要多久？", "两天。");
        shop.page().carrying(shop.key(), "data-locale=" + tongue.locale());
        var she = person("visitor", tongue.look());
        she.page().navigate(shop.page().origin());
        var widget = new Widget(she.page());
        widget.isAccessible();
        widget.opened();

        assertThat(widget.log()).containsText(WidgetShop.GREETING);
        assertThat(widget.field()).hasAttribute("aria-label", tongue.write());
        assertThat(tongue.look().phone() ? widget.panel().locator("h1") : widget.field())
                .isFocused();
        widget.isAccessible();

        widget.says(tongue.locale().equals("zh-CN") ? "退款需要多久" : "How long does a refund take");
        assertThat(widget.log().locator(".source")).hasCount(1);
        assertThat(widget.log().locator(".bubble strong")).hasCount(1);
        assertThat(widget.log().locator("abbr")).hasCount(2);
        widget.isAccessible();
        if (!tongue.look().phone()) { // a picture moves what is clicked next on an emulated phone
            she.picture("widget-answer-" + tongue.locale() + "-" + tongue.look());
        }

        widget.log().locator(".fate button").first().click();
        assertThat(widget.log().locator(".fate button")).hasCount(0);
        widget.isAccessible();
        widget.button(tongue.person()).click();
        assertThat(widget.log().locator(".aside")).containsText("1");
        widget.isAccessible();

        shop.available(true);
        assertThat(widget.panel().locator("h1")).hasText("Owner");
        assertThat(widget.log().locator(".mark").last()).containsText("Owner");
        widget.isAccessible();
        var conversation = shop.conversation();
        shop.writes(conversation, "Hello, this is Mei");
        widget.shows("Hello, this is Mei");
        widget.says("Thank you, Mei");
        widget.shows("Thank you, Mei");
        widget.isAccessible();

        shop.closes(conversation);
        assertThat(widget.panel().locator(".rating")).isVisible();
        widget.isAccessible();
        widget.panel().locator(".stars label").nth(3).click();
        assertThat(widget.panel().locator(".meaning")).hasText(tongue.rate());
        widget.isAccessible();
        widget.panel().locator(".comment textarea").fill("quick");
        widget.button(tongue.submit()).click();
        assertThat(widget.panel().locator(".thanks")).containsText("4");
        assertThat(shop.rating(conversation)).isEqualTo(4);
        widget.isAccessible();
        she.picture("widget-rated-" + tongue.locale() + "-" + tongue.look());

        widget.says("One more thing");
        widget.shows("One more thing");
        assertThat(shop.conversation()).isNotEqualTo(conversation);
    }

    @Test
    void theBotShowsItselfAsTheCompanyWishesAndOneClickAsks() {
        var shop =
                WidgetShop.on(hostPage(), OUTSIDE.newCompany("Tea " + UUID.randomUUID()), true)
                        .knows("zh-CN", "退款需要多久？", "五个工作日内退回。")
                        .lookingLike("小茶", "茶", "#0a7f5a");
        shop.page().carrying(shop.key(), "data-locale=zh-CN");
        var she = person("visitor", Look.phone("zh-CN").dark());
        she.page().navigate(shop.page().origin());
        var widget = new Widget(she.page()).opened();

        assertThat(widget.log()).containsText("您好，我是小茶");
        assertThat(widget.log().locator(".from").first()).containsText("小茶 AI");
        assertThat(widget.panel().locator(".portrait")).hasText("茶");
        assertThat(widget.panel().locator(".portrait"))
                .hasCSS("background-color", "rgb(10, 127, 90)");
        var buttons = widget.log().locator(".greeting .choices button");
        assertThat(buttons).hasText(new String[] {"退款", "Parcels", "找客服"});
        widget.isAccessible();
        she.picture("widget-profile-zh-CN-phone-dark");

        buttons.first().click();
        widget.shows("退款需要多久？");
        assertThat(widget.log().locator(".source")).hasCount(1);
        buttons.last().click();
        assertThat(widget.log().locator(".aside")).containsText("1");
        assertThat(buttons.first()).isDisabled();
        widget.isAccessible();
    }

    @Test
    void oneClickAsksWhatTheBotOffersWhenItIsNotSure() {
        var shop =
                WidgetShop.on(hostPage(), OUTSIDE.newCompany("Tea " + UUID.randomUUID()), true)
                        .knows("en", "How long does a refund take?", "Five working days.");
        shop.page().carrying(shop.key());
        var she = person("visitor", Look.desktop("en"));
        // how sure the bot is, is no question of the widget: its first answer asks back
        she.page()
                .routeWebSocket(
                        Pattern.compile("ws://.*/graphql"),
                        socket ->
                                socket.connectToServer()
                                        .onMessage(frame -> socket.send(askingBack(frame.text()))));
        she.page().navigate(shop.page().origin());
        var widget = new Widget(she.page()).opened();
        widget.says("How long does a refund take");
        var choices = widget.log().locator(".choices button");
        assertThat(choices).hasText("Does a refund cost anything?");
        widget.isAccessible();

        choices.click();

        widget.shows("Does a refund cost anything?");
        assertThat(choices.first()).isDisabled();
        assertThat(shop.transcript(shop.conversation()))
                .contains("CONTACT: Does a refund cost anything?");
        widget.isAccessible();
    }

    private static String askingBack(String said) {
        return said.contains("Five working days.")
                ? said.replace(
                        "\"choices\":[]",
                        "\"choices\":[{\"question\":\"Does a refund cost anything?\"}]")
                : said;
    }
}
