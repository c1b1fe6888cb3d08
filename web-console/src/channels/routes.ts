import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const channelRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/channels',
    staticData: { place: 'channels' },
    component: lazyRouteComponent(() => import('./ChannelsPage'), 'ChannelsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/channels/$channelId',
    staticData: { place: 'channels' },
    component: lazyRouteComponent(() => import('./ChannelPage'), 'ChannelPage'),
  }),
] as const;
