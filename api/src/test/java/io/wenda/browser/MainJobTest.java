package io.wenda.browser;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The main job, done by hand: by a company's owner who is its agent, and a customer on the
 * company's page.
 */
class MainJobTest extends BrowserTest {

    static Stream<Look> looks() {
        var looks = Stream.of(Look.desktop("en"), Look.phone("zh-CN").dark());
        return Gallery.isOpen() ? Stream.concat(looks, Stream.of(Look.desktop("zh-CN"))) : looks;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fromSignUpToReport(Look look) {
        var question = look.say("How long does a refund take?", "退款需要多长时间？");
        var answer =
                look.say("A refund reaches your card within five working days.", "退款会在五个工作日内到账。");
        var asked = look.say("when do i get my refund?", "退款多久能到账？");
        var owner = person("owner", look);
        owner.page().clock().install(); // nobody waits here until a page asks again
        var console = new Console(OUTSIDE, owner);
        var shop = hostPage().in(look.locale()).underStrictestPolicy();

        console.signUp(
                look.say("Tea House", "茶屋"),
                look.say("Lin", "林悦"),
                "lin-" + UUID.randomUUID() + "@tea.example");
        var steps = new FirstSteps(owner);
        shop.with(steps.scriptTagFor(shop.origin()));
        steps.publish(question, answer);
        steps.ask(asked, answer, question);

        var customer = person("customer", look);
        var widget = new Chat(customer);
        widget.open(shop);
        widget.reads(look.say("Hello! How can we help you?", "您好！请问有什么可以帮您？"));
        widget.say(asked);
        widget.isAnswered(answer, question);
        customer.seesAccessibleScreen();
        customer.picture("widget-answer-" + look);
        widget.wantsPerson();
        widget.isTold("Number 1 in line", "排队第 1 位");

        steps.areDone(4);
        console.goOnline();
        console.goTo("Desk", "工作台");
        var desk = new Desk(owner);
        desk.openHers();
        desk.knowsTheStory(asked, question);
        owner.picture("handover-" + look);
        widget.isTold("Lin", "林悦");
        desk.reply(look.say("It left us this morning.", "今天上午已经退出。"));
        widget.reads(look.say("It left us this morning.", "今天上午已经退出。"));
        widget.say(look.say("Thank you!", "谢谢！"));
        desk.reads(look.say("Thank you!", "谢谢！"));
        desk.close(look.say("Refund is on its way", "退款已发出"));
        widget.isAskedToRate();
        customer.picture("widget-rating-" + look);
        widget.rateFive();
        customer.seesAccessibleScreen();

        console.goTo("Reports", "报表");
        console.counts("Conversations", "会话量", "1");
        console.counts("Customer satisfaction", "满意度", "100%");
    }
}
