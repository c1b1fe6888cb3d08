package io.wenda.tenant.node;

import java.util.function.Consumer;

/** The only process: there is nobody to tell, and nothing to hear. */
final class OneNode implements Nodes {
    @Override
    public void tell(Record news) {}

    @Override
    public <T extends Record> void hear(Class<T> kind, Consumer<T> ear) {}

    @Override
    public boolean isOnlyOne() {
        return true;
    }

    @Override
    public boolean lossy() {
        return false;
    }
}
