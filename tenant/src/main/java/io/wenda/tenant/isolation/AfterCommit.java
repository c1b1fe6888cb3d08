package io.wenda.tenant.isolation;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what others may only see or hear of when it lasts. */
public final class AfterCommit {
    private AfterCommit() {}

    /** Once the running transaction has committed; never if it does not. */
    public static void run(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        act.run();
                    }
                });
    }
}
