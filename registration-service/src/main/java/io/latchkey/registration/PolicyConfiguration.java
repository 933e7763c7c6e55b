package io.latchkey.registration;

import io.latchkey.registration.policy.PolicyDecider;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.QuestionList;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyDecider policyDecider() {
        return new PolicyDecider(QuestionList.PREDEFINED.predefined().stream()
                .map(QuestionId::value)
                .collect(Collectors.toSet()));
    }
}
