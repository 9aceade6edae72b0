package com.devpayr.feign;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;

/** {@link DomainService} with the annotations of Feign. Routes mix {@code domain} and {@code domains}, as documented. */
interface FeignDomainService extends DomainService {
    @Override
    @RequestLine("GET /project/{project}/domains")
    Page<ProjectDomain> list(@Param("project") long projectId, @QueryMap PageRequest page);

    @Override
    @RequestLine("GET /project/{project}/domain/{domain}")
    ProjectDomain get(@Param("project") long projectId, @Param("domain") long domainId);

    @Override
    @RequestLine("POST /project/{project}/domains")
    ProjectDomain create(@Param("project") long projectId, DomainDraft draft);

    @Override
    @RequestLine("PUT /project/{project}/domain/{domain}")
    ProjectDomain update(@Param("project") long projectId, @Param("domain") long domainId, DomainUpdate update);

    @Override
    @RequestLine("DELETE /project/{project}/domains/{domain}")
    void delete(@Param("project") long projectId, @Param("domain") long domainId);
}
