package com.devpayr.spring;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Credential;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Logs the transport, base URL, domain and outage policy at startup. Never logs a credential. */
final class StartupLog implements SmartInitializingSingleton {
    private static final Logger LOG = System.getLogger(DevPayr.class.getName());

    private final String transport;
    private final DevPayrConfig config;
    private final ObjectProvider<LicenseGuard> guards;

    StartupLog(String transport, DevPayrConfig config, ObjectProvider<LicenseGuard> guards) {
        this.transport = transport;
        this.config = config;
        this.guards = guards;
    }

    @Override
    public void afterSingletonsInstantiated() {
        LOG.log(
                Level.INFO,
                () -> "DevPayr is configured with transport=" + transport + ", baseUrl=" + config.baseUrl()
                        + ", domain=" + domain() + ", guard=" + guard());
    }

    /** Without a license key no operation sends the domain, so it is not resolved, which may create a file. */
    private String domain() {
        if (!config.has(Credential.LICENSE_KEY)) {
            return "none (no license key)";
        }
        try {
            return config.domain().description();
        } catch (ConfigurationException unresolvable) {
            return "unresolved (" + unresolvable.getMessage() + ")";
        }
    }

    private String guard() {
        LicenseGuard guard = guards.getIfUnique();
        return guard == null ? "none" : guard.outagePolicy().toString();
    }
}
