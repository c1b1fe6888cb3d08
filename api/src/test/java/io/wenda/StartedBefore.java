package io.wenda;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Starts the application before a test is made: its fields ask it from outside. */
class StartedBefore implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext();
    }
}
