package io.wenda.api.company;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Whence;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Caller;
import io.wenda.tenant.company.Company;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Lets a stranger become the owner of a new company. */
@Controller
class SignUpController {
    private final SignUps signUps;
    private final Limits limits;

    SignUpController(SignUps signUps, Limits limits) {
        this.signUps = signUps;
        this.limits = limits;
    }

    record SignUpInput(
            String companyName,
            String ownerName,
            String email,
            String password,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String idempotencyKey) {

        SignUp toSignUp() {
            return new SignUp(companyName, ownerName, email, password, locale, timeZone);
        }
    }

    record SignUpPayload(Company company, Member owner) {}

    @MutationMapping
    SignUpPayload signUp(@Argument SignUpInput input, DataFetchingEnvironment field) {
        limits.signUp(Whence.of(field).address());
        var made = signUps.signUp(input.toSignUp(), input.idempotencyKey());
        var owner = made.owner();
        CallerContext.become(
                field, new Caller.Member(made.company().id(), owner.id(), owner.roles()));
        return new SignUpPayload(made.company(), owner);
    }
}
