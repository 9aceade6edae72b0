package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Credential;
import com.devpayr.secret.Secret;
import com.devpayr.spi.LeaseStore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A run of the program: its options, terminal, credentials and clients. */
final class Session {
    private static final String APPLICATION = "devpayr-cli";

    private final Terminal terminal;
    private final RootCommand options;
    private final Credentials credentials;
    private final SystemEnvironment environment;
    private final Function<DevPayrConfig, DevPayr> clients;
    private final UnaryOperator<LicenseGuard.Builder> guards;
    private @Nullable DevPayrConfig config;

    Session(
            Terminal terminal,
            SystemEnvironment environment,
            RootCommand options,
            Function<DevPayrConfig, DevPayr> clients,
            UnaryOperator<LicenseGuard.Builder> guards) {
        this.terminal = terminal;
        this.options = options;
        this.environment = environment;
        this.credentials = new Credentials(terminal, environment);
        this.clients = clients;
        this.guards = guards;
    }

    Terminal terminal() {
        return terminal;
    }

    RootCommand options() {
        return options;
    }

    Credentials credentials() {
        return credentials;
    }

    SystemEnvironment environment() {
        return environment;
    }

    Style style() {
        boolean isPlain = environment.variable("NO_COLOR") != null || "dumb".equals(environment.variable("TERM"));
        return new Style(terminal.showsOutput() && !isPlain);
    }

    Output output() {
        Output.Format format =
                options.json ? Output.Format.JSON : options.quiet ? Output.Format.IDS : Output.Format.TEXT;
        return new Output(terminal.out(), format, style());
    }

    Progress progress() {
        return new Progress(terminal, options.quiet);
    }

    /** Returns a client with the API key. Prompts for it if it is not configured. */
    DevPayr backend() {
        DevPayrConfig.Builder builder = configBuilder();
        credentials.require(Credential.API_KEY, builder);
        return connect(defaultDomain(builder));
    }

    /** Returns a client that shows the first request that would change something, and sends none of these. */
    DevPayr dryRun() {
        DevPayrConfig.Builder builder = configBuilder();
        return connect(defaultDomain(builder)).with(new DryRun(output()));
    }

    /** Returns a client for operations that require no credential. */
    DevPayr anonymous() {
        return connect(defaultDomain(configBuilder()));
    }

    /**
     * Returns a client with the license key. Prompts for it if it is not configured.
     *
     * @param domain the domain to check the license for; null for the configured one
     */
    DevPayr application(@Nullable String domain) {
        DevPayrConfig.Builder builder = configBuilder();
        requireDomain(domain, builder);
        credentials.require(Credential.LICENSE_KEY, builder);
        return connect(builder);
    }

    /** Returns a client with the API key for operations whose result depends on the domain. */
    DevPayr backend(String domain) {
        DevPayrConfig.Builder builder = configBuilder().domain(domain);
        credentials.require(Credential.API_KEY, builder);
        return connect(builder);
    }

    /** Returns the secret of injectables. Prompts for it if it is not configured. */
    Secret secret() {
        return credentials.secret("DEVPAYR_SECRET", "secret of the injectables");
    }

    /** Returns the secret of webhooks. Prompts for it if it is not configured. */
    Secret webhookSecret() {
        return credentials.secret("DEVPAYR_WEBHOOK_SECRET", "secret of the webhooks");
    }

    /** Returns a builder for a guard without a lease that survives the command. */
    LicenseGuard.Builder guard(DevPayr devpayr) {
        return guards.apply(LicenseGuard.builder(devpayr)
                .application(APPLICATION)
                .leaseStore(LeaseStore.memory())
                .logger(new SilentLogger()));
    }

    /** Returns a text with all secrets masked. */
    String redact(String text) {
        return credentials.redact(config == null ? text : config.redact(text));
    }

    DevPayrConfig.Builder configBuilder() {
        DevPayrConfig.Builder builder =
                DevPayrConfig.builder().environment(environment).fromEnvironment();
        if (options.baseUrl != null) {
            builder.baseUrl(options.baseUrl);
        }
        return options.allowPlainHttp ? builder.allowPlainHttp() : builder;
    }

    /** The domain has no effect on these operations. A fingerprint would leave a file on each machine of a pipeline. */
    private DevPayrConfig.Builder defaultDomain(DevPayrConfig.Builder builder) {
        return credentials.isDomainSet() ? builder : builder.domain(APPLICATION);
    }

    private void requireDomain(@Nullable String domain, DevPayrConfig.Builder builder) {
        if (domain != null) {
            builder.domain(domain);
        } else if (!credentials.isDomainSet()) {
            throw CliException.usage("No domain. Add --domain or set DEVPAYR_DOMAIN to the domain of the application;"
                    + " DevPayr counts the domains that a license is used on.");
        }
    }

    private DevPayr connect(DevPayrConfig.Builder builder) {
        DevPayrConfig built = builder.build();
        config = built;
        return clients.apply(built);
    }
}
