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

    /**
     * Once the running transaction has committed, or may have: where its commit failed, as on a
     * connection that breaks, nobody knows. Never after a rollback without one.
     */
    public static void runWhereItMayLast(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    private boolean tried;

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        tried = true;
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (tried) {
                            act.run();
                        }
                    }
                });
    }
}
