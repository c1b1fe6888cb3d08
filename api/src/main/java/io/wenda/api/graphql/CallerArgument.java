package io.wenda.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.tenant.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Lets a controller method simply declare who asks, of the kind that the schema let through. */
@Component
class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment field) {
        var caller = CallerContext.of(field);
        if (!parameter.getParameterType().isInstance(caller)) {
            throw Denied.forbidden(field.getFieldDefinition().getName());
        }
        return caller;
    }
}
