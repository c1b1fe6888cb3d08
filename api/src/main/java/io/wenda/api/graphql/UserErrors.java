package io.wenda.api.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Optional;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Every payload has user errors: none where the mutation was done. */
@Component
class UserErrors implements RuntimeWiringConfigurer {

    @Override
    public void configure(RuntimeWiring.Builder wiring, List<WiringFactory> factories) {
        factories.add(
                new WiringFactory() {
                    @Override
                    public boolean providesDataFetcher(FieldWiringEnvironment field) {
                        return field.getFieldDefinition().getName().equals("userErrors");
                    }

                    @Override
                    public DataFetcher<?> getDataFetcher(FieldWiringEnvironment field) {
                        return at ->
                                switch (at.getSource()) {
                                    case FieldGuard.Refused(var errors) -> errors;
                                    case RefusedPayload refused ->
                                            Optional.ofNullable(refused.refusal())
                                                    .flatMap(Faults::userError)
                                                    .stream()
                                                    .toList();
                                    case null, default -> List.of();
                                };
                    }
                });
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        // all is done by the factory
    }
}
