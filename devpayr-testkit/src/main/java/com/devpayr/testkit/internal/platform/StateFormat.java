package com.devpayr.testkit.internal.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.internal.webhook.HttpWebhookSender;
import com.devpayr.testkit.internal.webhook.WebhookQueue;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the data to a JSON document and back. Absent fields have defaults, so that documents can be written by hand:
 * a project requires a name, a license a title, an injectable a secret and content, an API key its value.
 */
final class StateFormat {
    private static final String ACCOUNTS = "accounts";
    private static final String PROJECTS = "projects";
    private static final String DOMAINS = "domains";
    private static final String LICENSES = "licenses";
    private static final String INJECTABLES = "injectables";
    private static final String KEYS = "api_keys";

    /** The fields of a node that are not mapped to fields of the row. */
    private static final Set<String> UNMAPPED = Set.of(
            "id",
            "created_at",
            "uuid",
            "hash",
            "key",
            "secret",
            "content",
            PROJECTS,
            DOMAINS,
            LICENSES,
            INJECTABLES,
            KEYS);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(any ->
                    any.withVisibility(PropertyAccessor.ALL, Visibility.NONE).withFieldVisibility(Visibility.ANY))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Row.class, OfRow.class)
            .addModule(new SimpleModule("devpayr-state").addDeserializer(Instant.class, new LenientTime()))
            .build();

    private final Clock clock;

    StateFormat(Clock clock) {
        this.clock = clock;
    }

    byte[] write(Store store) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode accounts = root.putArray(ACCOUNTS);
        for (AccountRow account : store.accounts) {
            ObjectNode node = MAPPER.valueToTree(account);
            writeAll(node.putArray(KEYS), store.keys.of(account.id));
            ArrayNode projects = node.putArray(PROJECTS);
            for (ProjectRow project : store.projects.of(account.id).values()) {
                ObjectNode child = MAPPER.valueToTree(project);
                writeAll(child.putArray(DOMAINS), store.domains.of(project.id));
                writeAll(child.putArray(LICENSES), store.licenses.of(project.id));
                writeAll(child.putArray(INJECTABLES), store.injectables.of(project.id));
                projects.add(child);
            }
            accounts.add(node);
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void writeAll(ArrayNode target, Map<Long, ? extends Row> rows) {
        rows.values().forEach(row -> target.add(MAPPER.<JsonNode>valueToTree(row)));
    }

    /** @throws IllegalArgumentException if the document is invalid, with the location and the problem */
    Store read(byte[] state) {
        try {
            ChangePublisher unpublished = new ChangePublisher(clock, new WebhookQueue(clock, new HttpWebhookSender()));
            Reader reader = new Reader(new PlatformServices(new Store(), clock, unpublished), clock);
            JsonNode root = MAPPER.readTree(state);
            if (!root.isObject()) {
                throw new IllegalArgumentException("the state is not an object");
            }
            children("the state", root, ACCOUNTS).forEach(reader::readAccount);
            return reader.store;
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    "the state cannot be read: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Iterable<JsonNode> children(String place, JsonNode parent, String name) {
        JsonNode children = parent.path(name);
        if (!children.isMissingNode() && !children.isArray()) {
            throw new IllegalArgumentException(place + ": " + name + " is not a list");
        }
        return children;
    }

    private static final class Reader {
        private final PlatformServices services;
        private final Store store;
        private final Clock clock;

        Reader(PlatformServices services, Clock clock) {
            this.services = services;
            this.store = services.store;
            this.clock = clock;
        }

        void readAccount(JsonNode node) {
            String name = required("an account", node, "name");
            AccountRow account = store.account(name);
            fill("account " + name, account, without(node, Set.of("name")));
            children("account " + name, node, PROJECTS).forEach(child -> readProject(account, child));
            children("account " + name, node, KEYS).forEach(child -> readKey(account, child));
        }

        private void readProject(AccountRow account, JsonNode node) {
            String place = "project " + required("a project", node, "name");
            ProjectRow project = new ProjectRow(id(store.projects, node), createdAt(node), account);
            fill(place, project, node);
            services.projects.store(project);
            children(place, node, DOMAINS).forEach(child -> readDomain(project, child));
            children(place, node, LICENSES).forEach(child -> readLicense(project, child));
            children(place, node, INJECTABLES).forEach(child -> readInjectable(project, child));
        }

        private void readDomain(ProjectRow project, JsonNode node) {
            String place = "domain " + required("a domain", node, "domain");
            DomainRow domain = new DomainRow(id(store.domains, node), createdAt(node), project);
            fill(place, domain, node);
            store.domains.save(domain);
        }

        private void readLicense(ProjectRow project, JsonNode node) {
            String place = "license " + required("a license", node, "title");
            String uuid = node.path("uuid").asString(LicenseEndpoints.newLicenseKey(clock));
            LicenseRow license = new LicenseRow(id(store.licenses, node), createdAt(node), project, uuid);
            fill(place, license, node);
            license.expiryIsPublished = license.isExpired(clock.instant());
            store.licenses.save(license);
            store.licensesByKey.put(uuid, license);
        }

        private void readInjectable(ProjectRow project, JsonNode node) {
            InjectableRow injectable = new InjectableRow(id(store.injectables, node), createdAt(node), project);
            fill("an injectable", injectable, node);
            if (node.has("secret")) {
                Secret secret = Secret.of(required("an injectable", node, "secret"));
                String content = required("an injectable", node, "content");
                injectable.seal(content.getBytes(StandardCharsets.UTF_8), secret);
            }
            services.injectables.store(injectable);
        }

        private void readKey(AccountRow account, JsonNode node) {
            String place = "API key " + required("an API key", node, "name");
            String value = node.path("key").asString(null);
            ApiKeyRow key = value != null
                    ? services.keys.add(account, place, value)
                    : new ApiKeyRow(id(store.keys, node), createdAt(node), account, required(place, node, "hash"));
            fill(place, key, node);
            store.keys.save(key);
        }

        private static long id(Table<?> table, JsonNode node) {
            return node.has("id") ? table.reserve(node.get("id").asLong()) : table.nextId();
        }

        private Instant createdAt(JsonNode node) {
            return node.has("created_at")
                    ? WireTimestamps.read(node.get("created_at").asString())
                    : clock.instant();
        }

        private static String required(String place, JsonNode node, String name) {
            String value = node.path(name).asString("");
            if (value.isEmpty()) {
                throw new IllegalArgumentException(place + " has no " + name);
            }
            return value;
        }

        private static void fill(String place, Object row, JsonNode node) {
            try {
                MAPPER.readerForUpdating(row).readValue(without(node, UNMAPPED));
            } catch (JacksonException unknown) {
                throw new IllegalArgumentException(place + ": " + unknown.getOriginalMessage(), unknown);
            }
        }

        /** Does not copy child nodes, because a project can have very many licenses. */
        private static ObjectNode without(JsonNode node, Set<String> names) {
            ObjectNode rest = MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!names.contains(field.getKey())) {
                    rest.set(field.getKey(), field.getValue());
                }
            }
            return rest;
        }
    }

    /** The parent of a row is given by its position in the document. */
    @JsonIgnoreProperties({"project", "owner"})
    private interface OfRow {}

    private static final class LenientTime extends StdDeserializer<Instant> {
        LenientTime() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return WireTimestamps.read(parser.getString());
            } catch (DateTimeException malformed) {
                return (Instant) context.handleWeirdStringValue(Instant.class, parser.getString(), "not a time");
            }
        }
    }
}
