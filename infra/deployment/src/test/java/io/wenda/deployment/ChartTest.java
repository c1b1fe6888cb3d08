package io.wenda.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** infra/helm renders to what Kubernetes takes, with every switch. */
class ChartTest {
    private static final String BARE = "ingress: {enabled: false}";
    private static final String EVERYTHING =
            """
            image: {repository: registry.example/wenda, tag: 1.2.3, pullPolicy: Always}
            imagePullSecrets: [{name: registry}]
            autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 9, cpu: 60}
            publicUrl: https://chat.example.com:8443
            trustedProxies: [10.0.0.7, 10.1.0.0/16]
            opensearch: {url: "https://search.example:9200", user: wenda}
            mail: {host: smtp.example.com, port: 465, user: postman}
            tracing: {endpoint: "http://collector:4318/v1/traces"}
            env: [{name: WENDA_BILLING_STRIPEAPIKEY, valueFrom: {secretKeyRef: {name: stripe, key: key}}}]
            drainSeconds: 20
            service: {port: 8000, annotations: {team: support}}
            ingress: {enabled: true, className: "", annotations: {}, tlsSecret: other-tls}
            nodeSelector: {disk: ssd}
            tolerations: [{key: only, operator: Equal, value: chat, effect: NoSchedule}]
            """;

    /** By kind, the model of the API that the object says it is of. */
    private static final Map<String, Map.Entry<String, Model>> MODELS =
            Map.of(
                    "Deployment", Map.entry("apps/v1", V1Deployment::validateJsonElement),
                    "Service", Map.entry("v1", V1Service::validateJsonElement),
                    "Ingress", Map.entry("networking.k8s.io/v1", V1Ingress::validateJsonElement),
                    "PodDisruptionBudget",
                            Map.entry("policy/v1", V1PodDisruptionBudget::validateJsonElement),
                    "HorizontalPodAutoscaler",
                            Map.entry(
                                    "autoscaling/v2",
                                    V2HorizontalPodAutoscaler::validateJsonElement));

    /** Refuses fields that Kubernetes does not know, of wrong types too, and where one lacks. */
    @FunctionalInterface
    private interface Model {
        void validate(JsonElement element) throws Exception;
    }

    @Test
    void helmFindsNothingToComplainOf() {
        var result = Chart.helm().lint().strict().quiet().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void itsObjectsAreOnesThatKubernetesTakes() throws Exception {
        var plain = Chart.objects(Chart.LEAST);
        var everything = Chart.objects(EVERYTHING);

        assertThat(Chart.kinds(plain))
                .containsExactly("Deployment", "Ingress", "PodDisruptionBudget", "Service");
        assertThat(Chart.kinds(everything))
                .containsExactly(
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "PodDisruptionBudget",
                        "Service");
        assertThat(Chart.kinds(Chart.objects(BARE)))
                .containsExactly("Deployment", "PodDisruptionBudget", "Service");
        for (var object : plain) {
            take(object);
        }
        for (var object : everything) {
            take(object);
        }
    }

    private static void take(JsonNode object) throws Exception {
        var model = MODELS.get(object.path("kind").asString());
        assertThat(object.path("apiVersion").asString()).isEqualTo(model.getKey());
        assertThat(JSON.getGson()).isNotNull();
        model.getValue().validate(JsonParser.parseString(object.toString()));
    }

    @Test
    void whatKubernetesDoesNotKnowWouldBeSeen() {
        var object = Chart.one(Chart.objects(Chart.LEAST), "Deployment");
        var misspelt = object.toString().replace("readinessProbe", "readynessProbe");

        assertThatThrownBy(() -> V1Deployment.validateJsonElement(JsonParser.parseString(misspelt)))
                .hasMessageContaining("readynessProbe");
    }

    @Test
    void everySwitchIsSeenInWhatItSwitches() {
        var objects = Chart.objects(EVERYTHING);
        var deployment = Chart.one(objects, "Deployment");
        var container = Chart.container(objects);

        assertThat(deployment.at("/spec/replicas").isMissingNode()).isTrue();
        assertThat(container.path("image").asString()).isEqualTo("registry.example/wenda:1.2.3");
        assertThat(value(container, "WENDA_LIMITS_TRUSTEDPROXIES"))
                .isEqualTo("10.0.0.7,10.1.0.0/16");
        assertThat(value(container, "SPRING_MAIL_PORT")).isEqualTo("465");
        assertThat(value(container, "WENDA_OPERATION_DRAIN")).isEqualTo("20s");
        assertThat(value(container, "WENDA_TRACING_ENDPOINT"))
                .isEqualTo("http://collector:4318/v1/traces");
        assertThat(names(container))
                .contains(
                        "WENDA_OPENSEARCH_PASSWORD",
                        "SPRING_MAIL_PASSWORD",
                        "WENDA_BILLING_STRIPEAPIKEY");
        var ingress = Chart.one(objects, "Ingress").path("spec");
        // a host has no port
        assertThat(ingress.at("/rules/0/host").asString()).isEqualTo("chat.example.com");
        assertThat(ingress.at("/tls/0/hosts/0").asString()).isEqualTo("chat.example.com");
        assertThat(ingress.has("ingressClassName")).isFalse();
        assertThat(names(Chart.container(Chart.objects(BARE))))
                .doesNotContain(
                        "WENDA_OPENSEARCH_PASSWORD",
                        "SPRING_MAIL_HOST",
                        "WENDA_TRACING_ENDPOINT",
                        "WENDA_LIMITS_TRUSTEDPROXIES")
                .doesNotHaveDuplicates();
    }

    @Test
    void itsObjectsFindOneAnother() {
        var objects = Chart.objects(EVERYTHING);
        var deployment = Chart.one(objects, "Deployment");
        var labels = deployment.at("/spec/template/metadata/labels");
        var service = Chart.one(objects, "Service");
        var port = service.at("/spec/ports/0");

        for (var selector :
                List.of(
                        deployment.at("/spec/selector/matchLabels"),
                        service.at("/spec/selector"),
                        Chart.one(objects, "PodDisruptionBudget")
                                .at("/spec/selector/matchLabels"))) {
            assertThat(selector.isEmpty()).isFalse();
            selector.properties()
                    .forEach(it -> assertThat(labels.get(it.getKey())).isEqualTo(it.getValue()));
        }
        var ports =
                Chart.elements(Chart.container(objects).path("ports")).stream()
                        .map(it -> it.path("name").asString())
                        .toList();
        assertThat(ports).contains(port.path("targetPort").asString());
        assertThat(
                        Chart.one(objects, "Ingress")
                                .at("/spec/rules/0/http/paths/0/backend/service/port/name"))
                .isEqualTo(port.path("name"));
        assertThat(Chart.one(objects, "HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"))
                .isEqualTo(deployment.at("/metadata/name"));
        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(ports)
                    .contains(
                            Chart.container(objects).at("/" + probe + "/httpGet/port").asString());
        }
    }

    @Test
    void itHasTimeToDrain() {
        var pod = Chart.one(Chart.objects(Chart.LEAST), "Deployment").at("/spec/template/spec");
        var drain = value(pod.at("/containers/0"), "WENDA_OPERATION_DRAIN");

        // what drains, and three phases of ten seconds that follow
        assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                .isGreaterThan(Integer.parseInt(drain.replace("s", "")) + 30);
        assertThatThrownBy(() -> Chart.objects(Chart.LEAST + "drainSeconds: 30"))
                .hasMessageContaining("terminationGracePeriodSeconds");
    }

    @Test
    void oneSlowAnswerTakesNoNodeOutAndOneThatDrainsIsNoticedInTime() {
        var container = Chart.container(Chart.objects(Chart.LEAST));
        var probe = container.path("readinessProbe");
        var failures = probe.path("failureThreshold").asInt();
        var drain = Integer.parseInt(value(container, "WENDA_OPERATION_DRAIN").replace("s", ""));

        assertThat(failures).isGreaterThan(1);
        assertThat(failures * probe.path("periodSeconds").asInt()).isLessThan(drain);
    }

    @Test
    void anIngressWithoutATrustedProxyIsRefused() {
        assertThatThrownBy(() -> Chart.objects("{}"))
                .hasMessageContaining("trustedProxies must name the network");
        assertThatThrownBy(() -> Chart.objects("trustedProxies: []"))
                .hasMessageContaining("trustedProxies must name the network");
    }

    @Test
    void secretsComeFromASecretAlone() {
        var container = Chart.container(Chart.objects(EVERYTHING));

        assertThat(Chart.elements(container.path("env")))
                .filteredOn(it -> it.path("name").asString().matches(".*(PASSWORD|KEY|REDISURL)"))
                .hasSizeGreaterThan(8)
                .allMatch(it -> it.at("/valueFrom/secretKeyRef/key").isString())
                .noneMatch(it -> it.has("value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publicURL: https://chat.example.com",
                "publicUrl: chat.example.com",
                "publicUrl: https://chat.example.com/",
                "replicas: 0",
                "replicas: many",
                "image: {pullPolicy: Sometimes}",
                "image: {repository: \"\"}",
                "postgres: {url: \"postgres://postgres/wenda\"}",
                "postgres: {url: \"jdbc:postgresql://postgres/wenda\", password: secret}",
                "clickhouse: {url: clickhouse:8123}",
                "opensearch: {url: search}",
                "secret: \"\"",
                "trustedProxies: 10.0.0.1",
                "trustedProxies: [ingress.example]",
                "autoscaling: {enabled: true, cpu: 170}",
                "env: [WENDA_BILLING_STRIPEAPIKEY]",
                "imagePullSecrets: [registry]",
                "drainSeconds: 10s"
            })
    void badValuesAreRefused(String values) {
        assertThatThrownBy(() -> Chart.objects(values))
                .hasMessageContaining("specifications of the schema");
    }

    private static String value(JsonNode container, String name) {
        return Chart.elements(container.path("env")).stream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asString();
    }

    private static List<String> names(JsonNode container) {
        return Chart.elements(container.path("env")).stream()
                .map(it -> it.path("name").asString())
                .toList();
    }
}
