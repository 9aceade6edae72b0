package com.devpayr.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tests that the checked-in OpenAPI documents are up to date and valid. {@code mvn verify -Ddocs=write} updates them.
 */
class OpenApiDocumentTest {
    /** The schema of OpenAPI documents, including the schemas in them; published by the OpenAPI Initiative. */
    private static final Schema OPENAPI = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemaIdResolvers(
                            ids -> ids.mapPrefix("https://spec.openapis.org/oas/3.1", "classpath:oas/3.1")))
            .getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"));

    private static final Map<Path, String> FILES = Map.of(
            OpenApiFiles.YAML_FILE, OpenApiFiles.yaml(),
            OpenApiFiles.JSON_FILE, OpenApiFiles.json());

    @BeforeAll
    static void updateFiles() throws IOException {
        if ("write".equals(System.getProperty("docs"))) {
            for (Map.Entry<Path, String> file : FILES.entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                Files.writeString(file.getKey(), file.getValue());
            }
        }
    }

    @Test
    void filesAreUpToDate() {
        FILES.forEach((file, content) -> assertThat(file)
                .as("%s is outdated; update it with mvn verify -Ddocs=write", file)
                .exists()
                .hasContent(content));
    }

    @Test
    void isValidOpenApi31() {
        assertThat(OPENAPI.validate(OpenApiFiles.read())).isEmpty();
    }

    @Test
    void validationDetectsAnInvalidDocument() {
        JsonNode document = OpenApiFiles.read();
        ((ObjectNode) document.at("/paths/~1projects/get/parameters/0")).put("in", "nowhere");
        ((ObjectNode) document.at("/components/schemas/Project/properties/id")).put("type", "any");

        List<Error> errors = OPENAPI.validate(document);

        assertThat(errors)
                .extracting(error -> error.getInstanceLocation().toString())
                .anyMatch(location -> location.contains("projects"))
                .anyMatch(location -> location.contains("Project"));
    }

    @Test
    void everyReferenceHasATarget() {
        JsonNode document = OpenApiFiles.read();

        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
    }

    @Test
    void containsEveryOperation() {
        assertThat(OpenApiFiles.read().path("paths").findValuesAsString("operationId"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                OpenApiDocument.endpoints().stream().map(Operation::id),
                                Stream.of(OpenApiDocument.FORM_UPDATE))
                        .toList());
    }
}
