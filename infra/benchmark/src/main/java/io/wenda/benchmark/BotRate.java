package io.wenda.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How many questions a second the bot answers, to visitors who wait for each answer. */
final class BotRate {
    private static final int VISITORS = 50;
    private static final int PATIENCE_SECONDS = 30;

    private BotRate() {}

    static List<Figure> figures(Stage stage, Options options) {
        var product = stage.product();
        var company = Company.signUp(product.api());
        Knowledge.publish(company);
        var channel = company.channel(true);
        var port = product.application().port();
        var visitors =
                IntStream.range(0, VISITORS)
                        .mapToObj(_ -> company.visitor(port, channel, Knowledge.QUESTION))
                        .toList();
        var callers =
                visitors.stream()
                        .<Supplier<ClosedLoop.Caller>>map(it -> () -> new Asker(product, it))
                        .toList();
        var rounds =
                new Rounds(stage, options)
                        .alone(length ->
                                ClosedLoop.run(product.application()::cpuSeconds, callers, length));
        return List.of(
                Rounds.middle("bot", "answered messages/s", rounds, Load::perSecond),
                Rounds.middle("bot-cpu", "us CPU/answered message", rounds, Load::cpuMicros),
                Rounds.middle("bot-p99", "ms to the answer", rounds, it -> it.millis(99)),
                Figure.count("bot-lost", product.lost(visitors), "messages"));
    }

    /** A visitor with her conversation before her. */
    private static final class Asker implements ClosedLoop.Caller {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition answered = lock.newCondition();
        private final Visitor visitor;
        private final Line line;
        private final Socket socket;
        private int last;

        Asker(Product product, Visitor visitor) {
            this.visitor = visitor;
            this.line = visitor.connect();
            this.socket = product.attend(visitor, this::hear);
        }

        private void hear(String event) {
            if (event.contains("\"sender\":\"BOT\"")) {
                lock.lock();
                try {
                    last = Math.max(last, Visitor.number(event));
                    answered.signal();
                } finally {
                    lock.unlock();
                }
            }
        }

        @Override
        public void ask() {
            var seq = visitor.write(line, visitor.next());
            lock.lock();
            try {
                while (last < seq) {
                    if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("no answer to message " + seq);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            socket.close();
            line.close();
        }
    }
}
